import { divide, multiply } from './arithmetic.js';
import { addMonths, dateOfEpochDay, daysSinceEpoch } from './calendar-days.js';
import { powerOfTen, roundNumber, scaledOf } from './decimal.js';
import type {
  DaysDuration,
  FeelDate,
  FeelDateTime,
  FeelNumber,
  FeelTime,
  FeelValue,
  MonthsDuration,
} from './feel-value.js';
import { isKinded, isNumber } from './feel-value.js';
import {
  dateTimeOfInstant,
  dateTimeOfLocal,
  instantOf,
  isLocal,
  localNanos,
  midnightOf,
  nanosOfDay,
  nanosPerDay,
  timeOfNanos,
  utcNanosOfDay,
} from './instants.js';
import { daysDuration, monthsDuration } from './read-temporal.js';

type Duration = DaysDuration | MonthsDuration;

const isDuration = (value: FeelValue): value is Duration =>
  isKinded(value) && (value.kind === 'days and time duration' || value.kind === 'years and months duration');

/** The sum of two values of which one is a duration (DMN 1.5 Table 54); `undefined` where FEEL has none. */
export function addTemporal(one: FeelValue, other: FeelValue): FeelValue | undefined {
  if (isDuration(other)) return later(one, other, 1);
  return isDuration(one) ? later(other, one, 1) : undefined;
}

/** The difference of two days, times or durations (DMN 1.5 Table 54); `undefined` where FEEL has none. */
export function subtractTemporal(one: FeelValue, other: FeelValue): FeelValue | undefined {
  if (isDuration(other)) return later(one, other, -1);
  if (!isKinded(one) || !isKinded(other)) return undefined;
  if (one.kind === 'time' && other.kind === 'time') return betweenTimes(one, other);
  const first = pointOf(one);
  const second = pointOf(other);
  return first && second && between(first, second);
}

const pointOf = (value: FeelValue): FeelDateTime | undefined => {
  if (!isKinded(value)) return undefined;
  return value.kind === 'date' ? midnightOf(value) : value.kind === 'date and time' ? value : undefined;
};

function between(one: FeelDateTime, other: FeelDateTime): DaysDuration | undefined {
  if (isLocal(one.time) !== isLocal(other.time)) return undefined;
  return daysDuration(instantOf(one) - instantOf(other));
}

function betweenTimes(one: FeelTime, other: FeelTime): DaysDuration | undefined {
  if (isLocal(one) !== isLocal(other)) return undefined;
  return daysDuration(isLocal(one) ? nanosOfDay(one) - nanosOfDay(other) : utcNanosOfDay(one) - utcNanosOfDay(other));
}

function later(value: FeelValue, duration: Duration, sign: 1 | -1): FeelValue | undefined {
  if (!isKinded(value)) return undefined;
  if (duration.kind === 'years and months duration') return laterByMonths(value, duration.months * sign);
  const nanos = duration.nanos * BigInt(sign);
  switch (value.kind) {
    case 'date':
      return laterDay(value, nanos);
    case 'date and time':
      return isLocal(value.time)
        ? dateTimeOfLocal(localNanos(value) + nanos, value.time)
        : dateTimeOfInstant(instantOf(value) + nanos, value.time);
    case 'time':
      return timeOfNanos(nanosOfDay(value) + nanos, value);
    case 'days and time duration':
      return daysDuration(value.nanos + nanos);
    default:
      return undefined;
  }
}

function laterDay(date: FeelDate, nanos: bigint): FeelDate | undefined {
  const rest = ((nanos % nanosPerDay) + nanosPerDay) % nanosPerDay;
  return dateOfEpochDay(daysSinceEpoch(date) + Number((nanos - rest) / nanosPerDay));
}

function laterByMonths(value: FeelValue, months: number): FeelValue | undefined {
  if (!isKinded(value)) return undefined;
  if (value.kind === 'date') return addMonths(value, months);
  if (value.kind === 'years and months duration') return monthsDuration(value.months + months);
  if (value.kind !== 'date and time') return undefined;
  const date = addMonths(value.date, months);
  return date && { kind: 'date and time', date, time: value.time };
}

/** The product of a duration and a number, in either order; `undefined` where there is none. */
export function multiplyTemporal(one: FeelValue, other: FeelValue): FeelValue | undefined {
  if (isDuration(one) && isNumber(other)) return scaleDuration(one, (size) => multiply(size, other));
  return isDuration(other) && isNumber(one) ? scaleDuration(other, (size) => multiply(size, one)) : undefined;
}

/** A duration divided by a number or by a duration of its kind; `undefined` where there is none. */
export function divideTemporal(one: FeelValue, other: FeelValue): FeelValue | undefined {
  if (!isDuration(one)) return undefined;
  if (isNumber(other)) return scaleDuration(one, (size) => divide(size, other));
  if (!isDuration(other) || one.kind !== other.kind) return undefined;
  const [first, second] = [sizeOf(one), sizeOf(other)];
  return first === undefined || second === undefined ? undefined : divide(first, second);
}

const sizeOf = (duration: Duration): FeelNumber | undefined =>
  duration.kind === 'years and months duration'
    ? duration.months
    : roundNumber({ coefficient: duration.nanos, exponent: 0 });

function scaleDuration(duration: Duration, scale: (size: FeelNumber) => FeelNumber | undefined): FeelValue | undefined {
  const size = sizeOf(duration);
  const scaled = size === undefined ? undefined : scale(size);
  if (scaled === undefined) return undefined;
  const whole = truncated(scaled);
  if (duration.kind === 'days and time duration') return daysDuration(whole);
  const months = Number(whole);
  return Number.isSafeInteger(months) ? monthsDuration(months) : undefined;
}

function truncated(value: FeelNumber): bigint {
  const { coefficient, exponent } = scaledOf(value);
  return exponent >= 0 ? coefficient * powerOfTen(exponent) : coefficient / powerOfTen(-exponent);
}
