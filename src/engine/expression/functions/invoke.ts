import { describe } from '../values/describe.js';
import type { FeelFunction, FeelValue } from '../values/feel-value.js';
import type { Run } from '../values/run.js';
import { fitted, type BuiltIn, type Overload, type Parameter } from './signature.js';

/** Calls a built-in function with values by place; null with a warning where no way to call it fits them. */
export function invokeByPlace(called: BuiltIn, values: readonly FeelValue[], run: Run): FeelValue {
  run.use(1);
  for (const overload of called.overloads) {
    const fitting = fit(overload, values);
    if (fitting !== undefined) return overload.invoke(fitting, run);
  }
  return complain(called, values, run);
}

/** Calls a built-in function with values by name. */
export function invokeByName(called: BuiltIn, named: ReadonlyMap<string, FeelValue>, run: Run): FeelValue {
  run.use(1);
  for (const overload of called.overloads) {
    const values = inOrder(overload, named);
    const fitting = values && fit(overload, values);
    if (fitting !== undefined) return overload.invoke(fitting, run);
  }
  return complain(called, [...named.values()], run);
}

// What is missing has no length and no items; but a day that is missing is a mistake that somebody must see.
const neverMissing: ReadonlySet<string> = new Set(['date', 'time', 'date and time', 'duration']);

function complain(called: BuiltIn, values: readonly FeelValue[], run: Run): null {
  const complaint = complaintOf(called, values);
  return values.includes(null) && !neverMissing.has(called.name) ? run.note(complaint) : run.warn(complaint);
}

function inOrder({ parameters }: Overload, named: ReadonlyMap<string, FeelValue>): readonly FeelValue[] | undefined {
  const known = parameters.filter(({ name }) => named.has(name));
  if (known.length < named.size) return undefined;
  const last = parameters.findLastIndex(({ name }) => named.has(name));
  const missing = parameters.some(({ name, isOptional }) => !isOptional && !named.has(name));
  return missing ? undefined : parameters.slice(0, last + 1).map(({ name }) => named.get(name) ?? null);
}

// The values as the overload wants them, the rest as one list; `undefined` where they do not fit.
function fit({ parameters }: Overload, values: readonly FeelValue[]): readonly FeelValue[] | undefined {
  const fitting: FeelValue[] = [];
  for (const [at, parameter] of parameters.entries()) {
    if (parameter.isRest) return [...fitting, values.slice(at)];
    const value = values[at];
    if (value === undefined) {
      if (!parameter.isOptional) return undefined;
      continue;
    }
    const one = fitted(value, parameter);
    if (one === undefined) return undefined;
    fitting.push(one);
  }
  return values.length > parameters.length ? undefined : fitting;
}

function complaintOf({ name, overloads }: BuiltIn, values: readonly FeelValue[]): string {
  const wanted = overloads.map(({ parameters }) => `${name}(${parameters.map(writtenParameter).join(', ')})`);
  return `Expected ${wanted.join(' or ')}, but got ${values.map(describe).join(', ') || 'nothing'}`;
}

const writtenParameter = ({ name, kinds, isOptional }: Parameter): string =>
  `${name}${isOptional ? '?' : ''}: ${kinds.join('|')}`;

/** A built-in function as a value that can be passed on. */
export const valueOf = (called: BuiltIn): FeelFunction => ({
  kind: 'function',
  isFree: true,
  parameters: (called.overloads[0]?.parameters ?? []).map(({ name }) => ({ name })),
  invoke: (values, run) => invokeByPlace(called, values, run),
});
