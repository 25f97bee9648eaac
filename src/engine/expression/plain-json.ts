import type { Json, JsonObject } from '../../shared/json.js';
import { toDouble } from './values/decimal.js';
import {
  isContext,
  isKinded,
  isList,
  isNumber,
  type FeelContext,
  type FeelList,
  type FeelValue,
} from './values/feel-value.js';
import { temporalText } from './values/temporal-text.js';

const deepestResult = 50;
const largestResult = 100_000;

/** A result of FEEL as plain JSON (dates and durations as ISO 8601 texts); `undefined` when it is not data. */
export function plainJson(result: FeelValue): Json | undefined {
  let values = 0;

  const convert = (value: FeelValue, depth: number): Json | undefined => {
    if (++values > largestResult || depth > deepestResult) return undefined;
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (isNumber(value)) return Number.isFinite(toDouble(value)) ? toDouble(value) : undefined;
    if (isList(value)) return convertList(value, depth);
    if (isContext(value)) return convertContext(value, depth);
    return isKinded(value) && value.kind !== 'range' && value.kind !== 'function' ? temporalText(value) : undefined;
  };
  const convertList = (list: FeelList, depth: number): Json | undefined => {
    const items: Json[] = [];
    for (const item of list) {
      const converted = convert(item, depth + 1);
      if (converted === undefined) return undefined;
      items.push(converted);
    }
    return items;
  };
  const convertContext = (context: FeelContext, depth: number): JsonObject | undefined => {
    const entries: [string, Json][] = [];
    for (const [key, value] of context) {
      const converted = convert(value, depth + 1);
      if (converted === undefined) return undefined;
      if (key !== '__proto__') entries.push([key, converted]);
    }
    return Object.fromEntries(entries);
  };

  return convert(result, 0);
}
