import type { Json, JsonObject } from '../../../shared/json.js';
import { fromDouble, toDouble } from './decimal.js';
import { feelLiteral, feelText } from './feel-text.js';
import {
  isContext,
  isKinded,
  isList,
  isNumber,
  type FeelContext,
  type FeelList,
  type FeelValue,
} from './feel-value.js';

/** A JSON value as FEEL sees it. Texts stay texts; what a double cannot be (NaN) is null. */
export function fromPlainJson(json: Json): FeelValue {
  if (json === null || typeof json === 'string' || typeof json === 'boolean') return json;
  if (typeof json === 'number') return fromDouble(json) ?? null;
  return isJsonList(json) ? json.map(fromPlainJson) : contextOf(json, fromPlainJson);
}

const isJsonList = (json: readonly Json[] | JsonObject): json is readonly Json[] => Array.isArray(json);

/** The entries of a JSON object, read one by one, as a context. */
export const contextOf = (json: JsonObject, read: (value: Json) => FeelValue): FeelContext =>
  new Map(Object.entries(json).map(([key, value]) => [key, read(value)]));

/** How values are written: `isTyped` writes what JSON lacks as `{"$feel": "date(\"2026-01-05\")"}`. */
export interface JsonOptions {
  readonly isTyped?: boolean;
}

const deepest = 100;

/**
 * A value as JSON: dates, times and durations as ISO 8601 texts, ranges as FEEL writes them, functions as null. With
 * `isTyped` all of these, and numbers that a double cannot hold, are written as FEEL in `{"$feel": …}`.
 */
export function toJson(value: FeelValue, { isTyped = false }: JsonOptions = {}): Json {
  return isTyped ? write(value, typedLeaf, 0) : write(value, plainLeaf, 0);
}

type Leaf = Exclude<FeelValue, null | boolean | string | number | FeelList | FeelContext>;

function write(value: FeelValue, leaf: (value: Leaf) => Json, depth: number): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number')
    return value;
  if (depth > deepest) return null;
  if (isList(value)) return value.map((item) => write(item, leaf, depth + 1));
  if (isContext(value)) return objectOf([...value].map(([key, item]) => [key, write(item, leaf, depth + 1)]));
  return leaf(value);
}

// A key called `__proto__` would be one among others here, but not to whoever copies the object.
const objectOf = (entries: readonly (readonly [string, Json])[]): JsonObject =>
  Object.fromEntries(entries.filter(([key]) => key !== '__proto__'));

function plainLeaf(value: Leaf): Json {
  if (isNumber(value)) return toDouble(value);
  return isKinded(value) && value.kind === 'function' ? null : feelText(value);
}

function typedLeaf(value: Leaf): Json {
  if (isKinded(value) && value.kind === 'function') return { $feel: value.source ?? 'null' };
  return { $feel: feelLiteral(value) ?? 'null' };
}
