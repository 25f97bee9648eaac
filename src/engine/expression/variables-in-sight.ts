import type { Json, JsonObject } from '../../shared/json.js';
import { reservedNames } from './built-in-functions.js';

/** Variables as an expression may see them, and the longest list among them. */
export interface VariablesInSight {
  readonly variables: JsonObject;
  readonly longestList: number;
}

const plainName = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/**
 * Leaves out what would change the meaning of `source` instead of giving it a value: a variable called `now`, or a key
 * such as `b + 1`, which FEEL would read as one name. Expressions mean what they meant when they were deployed.
 */
export function variablesInSight(source: string, variables: JsonObject): VariablesInSight {
  const code = withoutSpaces(source.replace(/"(?:[^"\\]|\\.)*"/g, '""'));
  let longestList = 0;

  const seen = (value: Json): Json => {
    if (isList(value)) {
      longestList = Math.max(longestList, value.length);
      return value.map(seen);
    }
    return typeof value === 'object' && value !== null ? seenObject(value) : value;
  };
  const seenObject = (object: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(object)
        .filter(([key]) => plainName.test(key) || !code.includes(withoutSpaces(key)))
        .map(([key, value]) => [key, seen(value)]),
    );

  const named = Object.entries(variables).filter(
    ([name]) => plainName.test(name) && !reservedNames.has(name) && code.includes(name),
  );
  return { variables: seenObject(Object.fromEntries(named)), longestList };
}

const withoutSpaces = (text: string): string => text.replace(/\s+/g, '');

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
