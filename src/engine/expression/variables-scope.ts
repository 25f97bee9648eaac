import type { Json, JsonObject } from '../../shared/json.js';
import type { Scope } from './compile/code.js';
import type { FeelValue } from './values/feel-value.js';
import { describeMismatch, readDeclared, type DeclaredTypes } from './values/declared-type.js';
import { fromPlainJson } from './values/json.js';

/** The names that process variables give to an expression, and the longest list among those that were read. */
export interface VariablesScope extends Scope {
  readonly longestList: () => number;
  /** What the first variable that is not of its declared type should have been; undefined while there is none. */
  readonly mismatch: () => string | undefined;
}

/**
 * Process variables as an expression sees them, each read when it is asked for. One that is called `item` is seen
 * outside filters; in a filter `item` is what the filter looks at (DMN 1.5 §10.3.2.5). One that has a declared type is
 * read as that.
 */
export function variablesScope(variables: JsonObject, types?: DeclaredTypes): VariablesScope {
  const read = new Map<string, FeelValue | undefined>();
  let longest = 0;
  let mismatch: string | undefined;
  const valueOf = (name: string, json: Json): FeelValue => {
    const type = types?.get(name);
    const value = type === undefined ? fromPlainJson(json) : readDeclared(json, type);
    if (value === undefined && type !== undefined) mismatch ??= describeMismatch(name, type, json);
    return value ?? null;
  };
  return {
    get: (name) => {
      if (read.has(name)) return read.get(name);
      const json = Object.hasOwn(variables, name) ? variables[name] : undefined;
      const value = json === undefined ? undefined : valueOf(name, json);
      if (json !== undefined) longest = Math.max(longest, longestListOf(json));
      read.set(name, value);
      return value;
    },
    longestList: () => longest,
    mismatch: () => mismatch,
  };
}

function longestListOf(json: Json): number {
  if (typeof json !== 'object' || json === null) return 0;
  const isList = Array.isArray(json);
  return Object.values(json).reduce(
    (longest: number, item: Json) => Math.max(longest, longestListOf(item)),
    isList ? json.length : 0,
  );
}
