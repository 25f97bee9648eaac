import { clockFunctions, orderFunctions, patternFunctions, reservedNames } from './built-in-functions.js';
import { builtInNamed } from './functions/built-ins.js';
import { isHarmlessPattern } from './harmless-pattern.js';
import { allExpressions, argumentsOf, childrenOf, type Expression } from './syntax/ast.js';

/** Looks at a parsed expression and says what is wrong, or nothing. `text` gives the source of a part of it. */
type SyntaxRule = (root: Expression, text: (part: Expression) => string) => string | undefined;

type Call = Extract<Expression, { readonly form: 'call' }>;

const mostSteps = 1_000;
const deepestLoop = 2;

const nameOf = ({ callee }: Call): string | undefined => (callee.form === 'name' ? callee.name : undefined);

const isCall = (expression: Expression): expression is Call => expression.form === 'call';

/** A function may be written where a list is put in order, and nowhere else: what is not named cannot call itself. */
const functionsOnlyForOrder: SyntaxRule = (root, text) => {
  const allowed = new Set(
    allExpressions(root)
      .filter(isCall)
      .filter((call) => orderFunctions.has(nameOf(call) ?? ''))
      .flatMap((call) => argumentsOf(call.arguments)),
  );
  const refused = allExpressions(root).find(
    (one) => one.form === 'external' || (one.form === 'function' && !allowed.has(one)),
  );
  return (
    refused &&
    `Expected plain FEEL, but '${text(refused)}' is a function written in the expression (FEEL_FUNCTION_FORBIDDEN)`
  );
};

const noRefusedSyntax: SyntaxRule = (root, text) => {
  for (const one of allExpressions(root)) {
    if (one.form === 'name' && one.isQuoted) return `Expected plain FEEL, but '${text(one)}' is a name in backticks`;
    if (one.form === 'name' && one.name === '?') return `Expected plain FEEL, but '?' is a unary test`;
  }
  return undefined;
};

// FEEL reads `a == b` as `a = (= b)`: allowed by the grammar, never meant.
const oneComparison: SyntaxRule = (root, text) => {
  const doubled = allExpressions(root).find((one) => one.form === 'compare' && one.right.form === 'unary');
  return doubled && `Expected one comparison (equality is a single '='), but got '${text(doubled)}'`;
};

const knownFunctionsOnly: SyntaxRule = (root, text) => {
  for (const call of allExpressions(root).filter(isCall)) {
    const name = nameOf(call);
    if (name === undefined) return `Expected a function called by its name, but got '${text(call)}'`;
    if (builtInNamed(name) === undefined) return `Expected a FEEL function, but there is none called '${name}'`;
  }
  return undefined;
};

/** The time is asked for only where it is written down with what comes of it: a timer rings when it was set to. */
export const noClock: SyntaxRule = (root) => {
  const asked = allExpressions(root).find((one) => isCall(one) && clockFunctions.has(nameOf(one) ?? ''));
  const name = asked !== undefined && isCall(asked) ? nameOf(asked) : undefined;
  return name && `Expected no clock in an expression, but it calls ${name}(): time comes from the engine`;
};

const readableNamesOnly: SyntaxRule = (root) => {
  const called = new Set(allExpressions(root).flatMap((one) => (one.form === 'call' ? [one.callee] : [])));
  for (const one of allExpressions(root)) {
    const name = one.form === 'path' || (one.form === 'name' && !called.has(one)) ? one.name : '';
    const isProperty = one.form === 'path' && properties.has(name);
    if (one.form === 'name' && reservedNames.has(name) && name !== 'item') {
      return `Expected the name of a variable, but '${name}' belongs to FEEL; give the variable another name`;
    }
    if (/\s/.test(name) && !isProperty)
      return `Expected one name, but got '${name}': names of variables have no spaces`;
  }
  return undefined;
};

const properties: ReadonlySet<string> = new Set(['time offset', 'start included', 'end included']);

const writtenPatternsOnly: SyntaxRule = (root, text) => {
  for (const call of allExpressions(root).filter(isCall)) {
    const name = nameOf(call) ?? '';
    if (!patternFunctions.has(name)) continue;
    const pattern = call.arguments.by === 'place' ? call.arguments.values[1] : undefined;
    if (pattern?.form !== 'string') return `Expected the pattern of ${name}() as a text, but got '${text(call)}'`;
    if (!isHarmlessPattern(pattern.text)) {
      return `Expected a simple pattern, but ${text(pattern)} repeats a group or repeats more than twice (FEEL_REGEX_UNSAFE)`;
    }
  }
  return undefined;
};

const boundedIteration: SyntaxRule = (root, text) => {
  const ranges = new Set(allExpressions(root).flatMap(rangesTested));
  for (const one of allExpressions(root)) {
    if (one.form === 'for' || one.form === 'some' || one.form === 'every') {
      const unbounded = one.iterations.find(({ from, to }) => to !== undefined && !isShort(from, to));
      if (unbounded)
        return `Expected at most ${mostSteps} steps between two written numbers, but got '${text(unbounded.from)}..'`;
    }
    if (one.form === 'interval' && !ranges.has(one)) {
      return `Expected a range only after 'in', but got '${text(one)}' as a list`;
    }
  }
  return loopDepth(root) > deepestLoop
    ? `Expected at most ${deepestLoop} loops or filters inside each other`
    : undefined;
};

const rangesTested = (one: Expression): readonly Expression[] => {
  if (one.form === 'in') return one.tests;
  return isCall(one) && !builtInTakesList(nameOf(one) ?? '') ? argumentsOf(one.arguments) : [];
};

const builtInTakesList = (name: string): boolean =>
  builtInNamed(name)?.overloads.some(({ parameters }) => parameters.some(({ kinds }) => kinds.includes('list'))) ??
  true;

const isShort = (from: Expression, to: Expression): boolean => {
  const [first, last] = [numberIn(from), numberIn(to)];
  return first !== undefined && last !== undefined && Math.abs(last - first) < mostSteps;
};

const numberIn = (written: Expression): number | undefined =>
  written.form === 'number' && typeof written.value === 'number' ? written.value : undefined;

/** How many loops and filters stand inside each other: each multiplies the work of those inside it. */
export function loopDepth(expression: Expression): number {
  const inner = Math.max(0, ...childrenOf(expression).map(loopDepth));
  if (expression.form === 'filter') return expression.condition.form === 'number' ? inner : inner + 1;
  const isLoop = expression.form === 'for' || expression.form === 'some' || expression.form === 'every';
  return isLoop ? inner + expression.iterations.length : inner;
}

// `{a: "x", b: a + a, c: b + b}` doubles with every entry: a few hundred characters would fill the memory.
const entriesDoNotBuildOnEachOther: SyntaxRule = (root, text) => {
  for (const context of allExpressions(root)) {
    if (context.form !== 'context') continue;
    const written = new Set<string>();
    for (const { name, value } of context.entries) {
      const reused = allExpressions(value).find((one) => one.form === 'name' && written.has(one.name));
      if (reused) return `Expected entries that do not use each other, but '${name}' uses '${text(reused)}'`;
      written.add(name);
    }
  }
  return undefined;
};

/** What is refused although it is FEEL, in the order in which it is reported. */
export const syntaxRules: readonly SyntaxRule[] = [
  functionsOnlyForOrder,
  noRefusedSyntax,
  oneComparison,
  knownFunctionsOnly,
  readableNamesOnly,
  writtenPatternsOnly,
  boundedIteration,
  entriesDoNotBuildOnEachOther,
];
