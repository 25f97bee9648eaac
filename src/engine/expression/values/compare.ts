import { compareNumbers } from './arithmetic.js';
import { daysSinceEpoch } from './calendar-days.js';
import {
  isContext,
  isKinded,
  isList,
  isNumber,
  typeOf,
  type FeelContext,
  type FeelDateTime,
  type FeelList,
  type FeelRange,
  type FeelTime,
  type FeelValue,
} from './feel-value.js';
import type { Meter } from './run.js';
import { instantOf, isLocal, localNanos, midnightOf, nanosOfDay, utcNanosOfDay } from './instants.js';

const free: Meter = { use: () => undefined };

const signOf = (difference: bigint): number => (difference < 0n ? -1 : difference > 0n ? 1 : 0);

/**
 * Orders two values (DMN 1.5 §10.3.2.12.2): less than zero, zero, or more; `undefined` where there is no order: other
 * types, null, a local time and one with an offset.
 */
export function compareValues(one: FeelValue, other: FeelValue): number | undefined {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (isNumber(one) && isNumber(other)) return compareNumbers(one, other);
  if (typeof one === 'string' && typeof other === 'string') return compareTexts(one, other);
  if (!isKinded(one) || !isKinded(other)) return undefined;
  return compareKinded(one, other);
}

type Kinded = Extract<FeelValue, { readonly kind: string }>;

function compareKinded(one: Kinded, other: Kinded): number | undefined {
  if (one.kind === 'date') {
    if (other.kind === 'date') return daysSinceEpoch(one) - daysSinceEpoch(other);
    return other.kind === 'date and time' ? compareDateTimes(midnightOf(one), other) : undefined;
  }
  if (one.kind === 'date and time') {
    if (other.kind === 'date') return compareDateTimes(one, midnightOf(other));
    return other.kind === 'date and time' ? compareDateTimes(one, other) : undefined;
  }
  if (one.kind === 'time' && other.kind === 'time') return compareTimes(one, other);
  if (one.kind === 'days and time duration' && other.kind === one.kind) return signOf(one.nanos - other.nanos);
  if (one.kind === 'years and months duration' && other.kind === one.kind) return one.months - other.months;
  return undefined;
}

function compareDateTimes(one: FeelDateTime, other: FeelDateTime): number | undefined {
  if (isLocal(one.time) !== isLocal(other.time)) return undefined;
  if (isLocal(one.time)) return signOf(localNanos(one) - localNanos(other));
  return signOf(instantOf(one) - instantOf(other));
}

function compareTimes(one: FeelTime, other: FeelTime): number | undefined {
  if (isLocal(one) !== isLocal(other)) return undefined;
  return isLocal(one) ? signOf(nanosOfDay(one) - nanosOfDay(other)) : signOf(utcNanosOfDay(one) - utcNanosOfDay(other));
}

/** Orders texts by code point, not by UTF-16 unit. */
export function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) {
    const [left, right] = [one.charCodeAt(at), other.charCodeAt(at)];
    if (left !== right) return isSurrogate(left) === isSurrogate(right) ? left - right : isSurrogate(left) ? 1 : -1;
  }
  return one.length - other.length;
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

/**
 * Whether two values are equal (DMN 1.5 §10.3.2.12.1); `null` where FEEL gives no answer: values of different types.
 * Null equals only null. What it costs to compare lists and contexts is told to `meter`: a small expression can make a list
 * that holds itself many times over.
 */
export function feelEquals(one: FeelValue, other: FeelValue, meter: Meter = free): boolean | null {
  if (one === other) return true;
  if (one === null || other === null) return false;
  const kind = typeOf(one);
  if (kind !== typeOf(other)) return isTimeline(one) && isTimeline(other) ? equalInOrder(one, other) : null;
  if (isList(one) && isList(other)) return equalLists(one, other, meter);
  if (isContext(one) && isContext(other)) return equalContexts(one, other, meter);
  if (isKinded(one) && one.kind === 'range' && isKinded(other) && other.kind === 'range')
    return equalRanges(one, other);
  return kind === 'function' ? null : equalInOrder(one, other);
}

const equalInOrder = (one: FeelValue, other: FeelValue): boolean =>
  compareValues(wholeSecond(one), wholeSecond(other)) === 0;

// Times are equal to the second; which of two is earlier is told to the nanosecond.
function wholeSecond(value: FeelValue): FeelValue {
  if (!isKinded(value)) return value;
  if (value.kind === 'time') return { ...value, nano: 0 };
  return value.kind === 'date and time' ? { ...value, time: { ...value.time, nano: 0 } } : value;
}

const isTimeline = (value: FeelValue): boolean =>
  isKinded(value) && (value.kind === 'date' || value.kind === 'date and time');

function equalLists(one: FeelList, other: FeelList, meter: Meter): boolean | null {
  if (one.length !== other.length) return false;
  meter.use(one.length);
  return allEqual(one.map((item, at) => feelEquals(item, other[at] ?? null, meter)));
}

function equalContexts(one: FeelContext, other: FeelContext, meter: Meter): boolean | null {
  meter.use(one.size);
  if (one.size !== other.size || [...one.keys()].some((key) => !other.has(key))) return false;
  return allEqual([...one].map(([key, value]) => feelEquals(value, other.get(key) ?? null, meter)));
}

function equalRanges(one: FeelRange, other: FeelRange): boolean | null {
  if (one.form !== other.form) return false;
  if (one.startIncluded !== other.startIncluded || one.endIncluded !== other.endIncluded) return false;
  return allEqual([feelEquals(one.start, other.start), feelEquals(one.end, other.end)]);
}

function allEqual(answers: readonly (boolean | null)[]): boolean | null {
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}
