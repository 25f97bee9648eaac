import {
  isContext,
  isKinded,
  isList,
  isNumber,
  typeOf,
  type FeelContext,
  type FeelFunction,
  type FeelKind,
  type FeelList,
  type FeelNumber,
  type FeelValue,
} from '../values/feel-value.js';
import type { Run } from '../values/run.js';

/** A parameter of a built-in function. `any` takes every value, null too; all others refuse null. */
export interface Parameter {
  readonly name: string;
  readonly kinds: readonly (FeelKind | 'any')[];
  readonly isOptional: boolean;
  /** Takes all values that follow, as one list. */
  readonly isRest: boolean;
}

/** One way to call a built-in function. */
export interface Overload {
  readonly parameters: readonly Parameter[];
  readonly invoke: (values: readonly FeelValue[], run: Run) => FeelValue;
}

/** A function that FEEL brings along (DMN 1.5 §10.3.4). */
export interface BuiltIn {
  readonly name: string;
  readonly overloads: readonly Overload[];
}

const kinds: ReadonlySet<string> = new Set<FeelKind | 'any'>([
  'any',
  'number',
  'string',
  'boolean',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
  'list',
  'context',
  'range',
  'function',
]);
const isKind = (word: string): word is FeelKind | 'any' => kinds.has(word);

/** Writes one way to call a function: `'string: string, length?: number, ...list: any'`. */
export function overload(signature: string, invoke: Overload['invoke']): Overload {
  return { parameters: signature === '' ? [] : signature.split(', ').map(readParameter), invoke };
}

function readParameter(written: string): Parameter {
  const [name = '', types = ''] = written.split(': ');
  return {
    name: name.replace('...', '').replace('?', ''),
    kinds: types.split('|').filter(isKind),
    isOptional: name.endsWith('?'),
    isRest: name.startsWith('...'),
  };
}

/** Writes a function that can be called in one way. */
export const builtIn = (name: string, signature: string, invoke: Overload['invoke']): BuiltIn => ({
  name,
  overloads: [overload(signature, invoke)],
});

/** Writes a function that can be called in several ways: the first one that fits the values is meant. */
export const overloaded = (name: string, ...overloads: readonly Overload[]): BuiltIn => ({ name, overloads });

/** A value as a parameter wants it: the only item of a list, or a list of it; `undefined` where it does not fit. */
export function fitted(value: FeelValue, { kinds: wanted, isOptional }: Parameter): FeelValue | undefined {
  if (wanted.includes('any')) return value;
  const kind = typeOf(value);
  if (kind === null) return isOptional ? null : undefined;
  if (wanted.includes(kind)) return value;
  if (isList(value)) {
    const only = value.length === 1 ? value[0] : undefined;
    const kindOfOnly = only === undefined ? null : typeOf(only);
    return only !== undefined && kindOfOnly !== null && wanted.includes(kindOfOnly) ? only : undefined;
  }
  return wanted.includes('list') ? [value] : undefined;
}

const defect = (at: number): never => {
  throw new Error(`Expected a built-in function to be given what it declares, but argument ${at} is something else`);
};

/** The text that a function was given at a place. */
export const textAt = (values: readonly FeelValue[], at: number): string => {
  const value = values[at];
  return typeof value === 'string' ? value : defect(at);
};

/** The number that a function was given at a place. */
export const numberAt = (values: readonly FeelValue[], at: number): FeelNumber => {
  const value = values[at];
  return isNumber(value) ? value : defect(at);
};

/** The list that a function was given at a place. */
export const listAt = (values: readonly FeelValue[], at: number): FeelList => {
  const value = values[at];
  return isList(value) ? value : defect(at);
};

/** The context that a function was given at a place. */
export const contextAt = (values: readonly FeelValue[], at: number): FeelContext => {
  const value = values[at];
  return isContext(value) ? value : defect(at);
};

/** The function that a function was given at a place. */
export const functionAt = (values: readonly FeelValue[], at: number): FeelFunction => {
  const value = values[at];
  return isKinded(value) && value.kind === 'function' ? value : defect(at);
};

/** The value that a function was given at a place; null where it was given none. */
export const valueAt = (values: readonly FeelValue[], at: number): FeelValue => values[at] ?? null;
