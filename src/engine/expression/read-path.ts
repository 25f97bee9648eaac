import type { Json, JsonObject } from '../../shared/json.js';
import { reservedNames } from './built-in-functions.js';

const path = /^\s*([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*)\s*$/u;
const keywords = new Set([
  'true',
  'false',
  'null',
  'if',
  'then',
  'else',
  'for',
  'in',
  'return',
  'some',
  'every',
  'not',
]);

/** The names of a source that only reads a variable (`soknad.navn`), so that nothing needs to be parsed to evaluate it. */
export function pathNames(source: string): readonly string[] | undefined {
  const names = path.exec(source)?.[1]?.split('.');
  const first = names?.[0] ?? '';
  return keywords.has(first) || reservedNames.has(first) ? undefined : names;
}

/** Reads a path as FEEL does: what is missing is null. `undefined` where FEEL does more than read: lists and texts. */
export function readPath(names: readonly string[], variables: JsonObject): Json | undefined {
  let value: Json = variables;
  for (const name of names) {
    if (value === null) return null;
    if (typeof value !== 'object' || !isObject(value)) return undefined;
    value = Object.hasOwn(value, name) ? (value[name] ?? null) : null;
  }
  return value;
}

const isObject = (value: JsonObject | readonly Json[]): value is JsonObject => !Array.isArray(value);
