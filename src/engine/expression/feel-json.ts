import type { Json, JsonObject } from '../../shared/json.js';
import { compileFeel } from './compile-feel.js';
import type { FeelValue } from './values/feel-value.js';
import { contextOf, fromPlainJson } from './values/json.js';

const noNames = new Map<string, FeelValue>();

/**
 * A JSON value as FEEL sees it, where `{"$feel": "date(\"2026-01-05\")"}` stands for the value of that expression. One that
 * cannot be read is null.
 */
export function fromJson(json: Json): FeelValue {
  if (json === null || typeof json !== 'object') return fromPlainJson(json);
  if (isJsonList(json)) return json.map(fromJson);
  const source = json['$feel'];
  return typeof source === 'string' && Object.keys(json).length === 1 ? read(source) : contextOf(json, fromJson);
}

const isJsonList = (json: readonly Json[] | JsonObject): json is readonly Json[] => Array.isArray(json);

function read(source: string): FeelValue {
  const compiled = compileFeel(source);
  return compiled.ok ? compiled.feel.evaluate(noNames).value : null;
}

/** All names that a JSON value uses, at any depth: what an expression about it must know as names. */
export function namesIn(json: Json): readonly string[] {
  if (json === null || typeof json !== 'object') return [];
  const inner = isJsonList(json) ? json.flatMap(namesIn) : Object.values(json).flatMap(namesIn);
  return isJsonList(json) ? inner : [...Object.keys(json), ...inner];
}
