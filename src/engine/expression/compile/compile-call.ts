import { builtInNamed } from '../functions/built-ins.js';
import { invokeByName, invokeByPlace } from '../functions/invoke.js';
import type { BuiltIn } from '../functions/signature.js';
import { argumentsOf, type Expression } from '../syntax/ast.js';
import { typeSeenIn } from './type-seen.js';
import { coerce } from '../values/conform.js';
import { describe } from '../values/describe.js';
import { isKinded, type FeelFunction, type FeelValue } from '../values/feel-value.js';
import type { Run } from '../values/run.js';
import { inside, lookUp, type Code, type Frame } from './code.js';
import type { Compiler } from './compiler.js';

type Call = Extract<Expression, { readonly form: 'call' }>;
type Definition = Extract<Expression, { readonly form: 'function' }>;

/** Compiles a call (DMN 1.5 §10.3.2.13.5): a function that somebody named comes before one of FEEL's own. */
export function compileCall(call: Call, compiler: Compiler): Code {
  const { callee } = call;
  const values = argumentsOf(call.arguments).map(compiler.code);
  const names = call.arguments.by === 'name' ? call.arguments.values.map(({ name }) => name) : undefined;
  const own = callee.form === 'name' && !callee.isQuoted ? builtInNamed(callee.name) : undefined;
  const target = compiler.code(callee);
  const called = own && callee.form === 'name' ? callee.name : undefined;

  return (frame) => {
    const given = values.map((value) => value(frame));
    if (own !== undefined && called !== undefined) {
      const other = lookUp(frame, called);
      if (!isFunction(other)) return invokeOwn(own, { given, names }, frame.run);
    }
    const invoked = target(frame);
    if (!isFunction(invoked)) return frame.run.warn(`Expected a function, but got ${describe(invoked)}`);
    return invokeFunction(invoked, { given, names }, frame.run);
  };
}

const isFunction = (value: FeelValue | undefined): value is FeelFunction =>
  isKinded(value) && value.kind === 'function';

interface Given {
  readonly given: readonly FeelValue[];
  readonly names: readonly string[] | undefined;
}

function invokeOwn(own: BuiltIn, { given, names }: Given, run: Run): FeelValue {
  if (names === undefined) return invokeByPlace(own, given, run);
  return invokeByName(own, new Map(names.map((name, at) => [name, given[at] ?? null])), run);
}

/** Calls a function that is a value, with each argument as its parameter wants it. */
export function invokeFunction(invoked: FeelFunction, { given, names }: Given, run: Run): FeelValue {
  run.use(1);
  const values = names === undefined ? given : inOrder(invoked, names, given);
  if (values === undefined || (invoked.isFree !== true && values.length !== invoked.parameters.length)) {
    return run.warn(`Expected ${invoked.parameters.length} values that fit the function, but got others`);
  }
  if (invoked.parameters.every(({ type }) => type === undefined)) return invoked.invoke(values, run);
  const fitting: FeelValue[] = [];
  for (const [at, value] of values.entries()) {
    const parameter = invoked.parameters[at];
    const one = parameter?.type === undefined ? value : coerce(value, parameter.type, run);
    fitting.push(one ?? run.warn(`Expected a value that fits '${parameter?.name}', but got ${describe(value)}`));
  }
  return invoked.invoke(fitting, run);
}

function inOrder(
  { parameters }: FeelFunction,
  names: readonly string[],
  given: readonly FeelValue[],
): readonly FeelValue[] | undefined {
  const values = parameters.map(({ name }) => given[names.indexOf(name)]).filter((value) => value !== undefined);
  return values.length === parameters.length && names.length === parameters.length ? values : undefined;
}

/** Compiles `function(a, b) body` (DMN 1.5 §10.3.2.13.4): it sees the names around the place where it is written. */
export function compileFunction(definition: Definition, compiler: Compiler): Code {
  const names = definition.parameters.map(({ name }) => name);
  const isKnown = definition.parameters.every(({ type }) => type !== null);
  const parameters = definition.parameters.map(({ name, type }) => (type ? { name, type } : { name }));
  const body = compiler.code(definition.body);
  const height = compiler.heightOf(definition.body) + 4;
  const result = typeSeenIn(definition.body);
  const source = compiler.source.slice(definition.from, definition.to).trim();
  return (frame: Frame) => {
    if (!isKnown) return frame.run.warn('Expected known types of parameters, but there is another');
    return {
      kind: 'function',
      parameters,
      result,
      source,
      invoke: (values, run) => {
        const scope = new Map(names.map((name, at) => [name, values[at] ?? null]));
        run.enter(height);
        const value = body({ ...inside(frame, scope), run });
        run.leave(height);
        return value;
      },
    };
  };
}
