import { builtInValue } from '../functions/built-ins.js';
import { allExpressions, childrenOf, type Expression } from '../syntax/ast.js';
import { negate } from '../values/arithmetic.js';
import { instanceOf } from '../values/conform.js';
import { describe } from '../values/describe.js';
import { isKinded, isNumber, type FeelContext, type FeelType, type FeelValue } from '../values/feel-value.js';
import { readTemporal, daysDuration, monthsDuration } from '../values/read-temporal.js';
import { calculator } from './calculate.js';
import { inside, lookUp, type Code } from './code.js';
import { compileCall, compileFunction } from './compile-call.js';
import { compileFilter } from './compile-filter.js';
import { compileFor, compileQuantified } from './compile-loops.js';
import { compileIn, compileTests } from './compile-tests.js';
import type { Compiler } from './compiler.js';
import { descendants, member } from './paths.js';
import { comparer, isInRange, makeRange, rangeOf } from './ranges.js';

/** Compiles a parsed expression: what it costs to read it is paid once. */
export function compileExpression(root: Expression, source: string): Code {
  const heights = measureHeights(root);
  const compiler: Compiler = {
    source,
    heightOf: (expression) => heights.get(expression) ?? 1,
    code: (expression) => compileForm(expression, compiler),
  };
  return compiler.code(root);
}

/** How many expressions stand inside each other at most. */
export const heightOf = (root: Expression): number => measureHeights(root).get(root) ?? 1;

function measureHeights(root: Expression): ReadonlyMap<Expression, number> {
  const heights = new Map<Expression, number>();
  for (const expression of allExpressions(root).toReversed()) {
    heights.set(expression, 1 + Math.max(0, ...childrenOf(expression).map((child) => heights.get(child) ?? 0)));
  }
  return heights;
}

function compileForm(expression: Expression, compiler: Compiler): Code {
  switch (expression.form) {
    case 'number':
    case 'boolean':
      return constant(expression.value);
    case 'string':
      return constant(expression.text);
    case 'null':
      return constant(null);
    case 'any':
      return constant(true);
    case 'at':
      return compileAt(expression.text);
    case 'external':
      return ({ run }) => run.warn('Expected a function in FEEL, but it is external');
    case 'name':
      return compileName(expression.name);
    case 'list':
      return compileList(expression.items.map(compiler.code));
    case 'context':
      return compileContext(expression, compiler);
    case 'for':
      return compileFor(expression, compiler);
    case 'some':
    case 'every':
      return compileQuantified(expression, compiler);
    case 'filter':
      return compileFilter(expression, compiler);
    case 'call':
      return compileCall(expression, compiler);
    case 'function':
      return compileFunction(expression, compiler);
    case 'in':
      return compileIn(expression, compiler);
    case 'tests':
      return compileTests(expression, compiler);
    default:
      return compileOperator(expression, compiler);
  }
}

type Operator = Extract<
  Expression,
  {
    readonly form:
      | 'interval'
      | 'unary'
      | 'if'
      | 'and'
      | 'or'
      | 'compare'
      | 'calculate'
      | 'negate'
      | 'between'
      | 'instance'
      | 'path'
      | 'descendants';
  }
>;

function compileOperator(expression: Operator, { code }: Compiler): Code {
  switch (expression.form) {
    case 'interval':
      return compileInterval(expression, code);
    case 'unary': {
      const [value, { operator }] = [code(expression.value), expression];
      return (frame) => rangeOf(operator, value(frame), frame.run);
    }
    case 'if': {
      const [condition, then, otherwise] = [code(expression.condition), code(expression.then), code(expression.else)];
      return (frame) => (condition(frame) === true ? then(frame) : otherwise(frame));
    }
    case 'and':
      return decidedBy(false, code(expression.left), code(expression.right));
    case 'or':
      return decidedBy(true, code(expression.left), code(expression.right));
    case 'compare':
      return onBoth(comparer(expression.operator), code(expression.left), code(expression.right));
    case 'calculate':
      return onBoth(calculator(expression.operator), code(expression.left), code(expression.right));
    case 'negate':
      return compileNegation(code(expression.value));
    case 'between':
      return compileBetween(code(expression.value), code(expression.low), code(expression.high));
    case 'instance':
      return compileInstance(code(expression.value), expression.type);
    case 'path':
    case 'descendants': {
      const [value, { name, form }] = [code(expression.value), expression];
      const take = form === 'path' ? member : descendants;
      return (frame) => take(value(frame), name, frame.run);
    }
  }
}

const constant =
  (value: FeelValue): Code =>
  () =>
    value;

const onBoth =
  (
    operate: (one: FeelValue, other: FeelValue, run: Parameters<Code>[0]['run']) => FeelValue,
    left: Code,
    right: Code,
  ): Code =>
  (frame) =>
    operate(left(frame), right(frame), frame.run);

function compileAt(text: string): Code {
  const value = readTemporal(text);
  return value === undefined
    ? ({ run }) => run.warn('Expected a date, time or duration after @, but it is none')
    : () => value;
}

function compileName(name: string): Code {
  const own = builtInValue(name);
  return (frame) => {
    const value = lookUp(frame, name);
    return value === undefined ? (own ?? frame.run.miss(name)) : value;
  };
}

function compileList(items: readonly Code[]): Code {
  return (frame) => {
    frame.run.use(items.length);
    return items.map((item) => item(frame));
  };
}

// Each entry sees those before it (DMN 1.5 §10.3.2.6).
function compileContext(expression: Extract<Expression, { readonly form: 'context' }>, { code }: Compiler): Code {
  const entries = expression.entries.map(({ name, value }) => ({ name, value: code(value) }));
  const isDoubled = new Set(entries.map(({ name }) => name)).size < entries.length;
  return (frame) => {
    if (isDoubled) return frame.run.warn('Expected each name once in a context, but one comes twice');
    frame.run.use(entries.length);
    const context = new Map<string, FeelValue>();
    const inner = inside(frame, context);
    for (const { name, value } of entries) context.set(name, value(inner));
    const made: FeelContext = context;
    return made;
  };
}

function compileInterval(interval: Extract<Expression, { readonly form: 'interval' }>, code: Compiler['code']): Code {
  const [start, end, { startIncluded, endIncluded }] = [code(interval.start), code(interval.end), interval];
  return (frame) => makeRange({ start: start(frame), end: end(frame), startIncluded, endIncluded }, frame.run);
}

function decidedBy(deciding: boolean, left: Code, right: Code): Code {
  return (frame) => {
    const first = left(frame);
    if (first === deciding) return deciding;
    const second = right(frame);
    if (second === deciding) return deciding;
    return first === !deciding && second === !deciding ? !deciding : null;
  };
}

function compileNegation(value: Code): Code {
  return (frame) => {
    const given = value(frame);
    if (isNumber(given)) return negate(given);
    if (isKinded(given) && given.kind === 'days and time duration') return daysDuration(-given.nanos);
    if (isKinded(given) && given.kind === 'years and months duration') return monthsDuration(-given.months);
    return frame.run.warn(`Expected a number or duration after '-', but got ${describe(given)}`);
  };
}

function compileBetween(value: Code, low: Code, high: Code): Code {
  return (frame) => {
    const range = {
      kind: 'range',
      start: low(frame),
      end: high(frame),
      startIncluded: true,
      endIncluded: true,
    } as const;
    const given = value(frame);
    return range.start === null || range.end === null ? null : isInRange(given, range);
  };
}

function compileInstance(value: Code, type: FeelType | null): Code {
  if (type === null) return ({ run }) => run.warn("Expected a known type after 'instance of', but it is another");
  return (frame) => instanceOf(value(frame), type, frame.run);
}
