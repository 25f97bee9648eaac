import type { Json } from '../../shared/json.js';
import { FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin';

const deepestResult = 50;
const largestResult = 100_000;

/** A result of FEEL as plain JSON (dates and durations as ISO 8601 texts); `undefined` when it is not data. */
export function plainJson(result: unknown): Json | undefined {
  let values = 0;

  const convert = (value: unknown, depth: number): Json | undefined => {
    if (++values > largestResult || depth > deepestResult) return undefined;
    if (value === null || value === undefined) return null;
    if (typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
    if (isTemporal(value)) return value.toString();
    if (Array.isArray(value)) return convertList(value, depth);
    return isPlainObject(value) ? convertObject(value, depth) : undefined;
  };
  const convertList = (list: readonly unknown[], depth: number): Json | undefined => {
    const items: Json[] = [];
    for (const item of list) {
      const converted = convert(item, depth + 1);
      if (converted === undefined) return undefined;
      items.push(converted);
    }
    return items;
  };
  const convertObject = (object: object, depth: number): Json | undefined => {
    const entries: [string, Json][] = [];
    for (const [key, value] of Object.entries(object)) {
      const converted = convert(value, depth + 1);
      if (converted === undefined) return undefined;
      if (key !== '__proto__') entries.push([key, converted]);
    }
    return Object.fromEntries(entries);
  };

  return convert(result, 0);
}

function isTemporal(value: unknown): value is FeelDate | FeelDateTime | FeelTime | FeelDuration {
  return (
    value instanceof FeelDate ||
    value instanceof FeelDateTime ||
    value instanceof FeelTime ||
    value instanceof FeelDuration
  );
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
