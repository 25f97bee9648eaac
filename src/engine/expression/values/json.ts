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
const largest = 200_000;

/**
 * A value as JSON: dates, times and durations as ISO 8601 texts, ranges as FEEL writes them, functions as null, and null
 * for what is too large. With `isTyped` all of these, and numbers that a double cannot hold, are written as FEEL in
 * `{"$feel": …}`.
 */
export function toJson(value: FeelValue, { isTyped = false }: JsonOptions = {}): Json {
  const leaf = isTyped ? typedLeaf : plainLeaf;
  let left = largest;

  // A list may hold another many times over: what is written is counted, not what is stored.
  const write = (one: FeelValue, depth: number): Json => {
    if (one === null || typeof one === 'string' || typeof one === 'boolean' || typeof one === 'number') return one;
    left -= isList(one) ? one.length + 1 : 1;
    if (depth > deepest || left < 0) return null;
    if (isList(one)) return one.map((item) => write(item, depth + 1));
    if (isContext(one)) return objectOf([...one].map(([key, item]) => [key, write(item, depth + 1)]));
    return leaf(one);
  };
  const json = write(value, 0);
  return left < 0 ? null : json;
}

type Leaf = Exclude<FeelValue, null | boolean | string | number | FeelList | FeelContext>;

// A key called `__proto__` would be one among others here, but not to whoever copies the object.
const objectOf = (entries: readonly (readonly [string, Json])[]): JsonObject =>
  Object.fromEntries(entries.filter(([key]) => key !== '__proto__'));

function plainLeaf(value: Leaf): Json {
  if (isNumber(value)) return Number.isFinite(toDouble(value)) ? toDouble(value) : null;
  return isKinded(value) && value.kind === 'function' ? null : feelText(value);
}

function typedLeaf(value: Leaf): Json {
  if (isKinded(value) && value.kind === 'function') return { $feel: value.source ?? 'null' };
  return { $feel: feelLiteral(value) ?? 'null' };
}
