import type { Json, JsonObject } from '../../shared/json.js';
import type { Scope } from './compile/code.js';
import type { FeelValue } from './values/feel-value.js';
import { fromPlainJson } from './values/json.js';

/** The names that process variables give to an expression, and the longest list among those that were read. */
export interface VariablesScope extends Scope {
  readonly longestList: () => number;
}

/**
 * Process variables as an expression sees them, each read when it is asked for. One that is called `item` is seen
 * outside filters; in a filter `item` is what the filter looks at (DMN 1.5 §10.3.2.5).
 */
export function variablesScope(variables: JsonObject): VariablesScope {
  const read = new Map<string, FeelValue | undefined>();
  let longest = 0;
  return {
    get: (name) => {
      if (read.has(name)) return read.get(name);
      const json = Object.hasOwn(variables, name) ? variables[name] : undefined;
      const value = json === undefined ? undefined : fromPlainJson(json);
      if (json !== undefined) longest = Math.max(longest, longestListOf(json));
      read.set(name, value);
      return value;
    },
    longestList: () => longest,
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
