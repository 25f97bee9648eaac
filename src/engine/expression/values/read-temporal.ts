import { dateOf } from './calendar-days.js';
import type { DaysDuration, FeelDate, FeelDateTime, FeelTime, MonthsDuration } from './feel-value.js';
import { isZone } from './zones.js';

const dateText = /^(-?(?:[1-9]\d{4,8}|\d{4}))-(\d\d)-(\d\d)$/;
const timeText = /^(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(Z|z|[+-]\d\d:\d\d(?::\d\d)?|@.+)?$/;
const longest = 100;

/** Reads `2026-01-05`; `undefined` when it is no day. */
export function readDate(text: string): FeelDate | undefined {
  const read = text.length > longest ? null : dateText.exec(text);
  return read === null ? undefined : dateOf(Number(read[1]), Number(read[2]), Number(read[3]));
}

/** A time of the day; `undefined` when a part is out of bounds or the zone unknown. */
export function timeOf(parts: Omit<FeelTime, 'kind'>): FeelTime | undefined {
  const { hour, minute, second, offset = 0, zone } = parts;
  const isTime = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
  if (!isTime || Math.abs(offset) > 18 * 3_600 || (zone !== undefined && !isZone(zone))) return undefined;
  return { kind: 'time', ...parts };
}

/** Reads `10:15:00`, also with fraction, `Z`, offset, or `@` and a zone; `undefined` when it is no time. */
export function readTime(text: string): FeelTime | undefined {
  const read = text.length > longest ? null : timeText.exec(text);
  if (read === null) return undefined;
  const [, hour, minute, second, fraction = '', zone] = read;
  const offset = readOffset(zone);
  if (offset === null) return undefined;
  return timeOf({
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    nano: Number(fraction.slice(0, 9).padEnd(9, '0')),
    ...(offset === undefined ? {} : { offset }),
    ...(zone?.startsWith('@') ? { zone: zone.slice(1) } : {}),
  });
}

// The offset in seconds; `undefined` where there is none, `null` where it cannot be.
function readOffset(text: string | undefined): number | undefined | null {
  if (text === undefined || text.startsWith('@')) return undefined;
  if (text === 'Z' || text === 'z') return 0;
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(1).split(':').map(Number);
  if (minutes > 59 || seconds > 59 || hours > 18) return null;
  const size = hours * 3_600 + minutes * 60 + seconds;
  return text.startsWith('-') ? 0 - size : size;
}

/** Reads `2026-01-05T10:15:00+01:00`; a day alone is its midnight. `undefined` when it is neither. */
export function readDateTime(text: string): FeelDateTime | undefined {
  const at = text.indexOf('T');
  const date = readDate(at < 0 ? text : text.slice(0, at));
  const time = at < 0 ? timeOf({ hour: 0, minute: 0, second: 0, nano: 0 }) : readTime(text.slice(at + 1));
  return date && time && { kind: 'date and time', date, time };
}

const monthsText = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?$/;
const daysText = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d*))?S)?)?$/;

/** Reads `P1Y2M` or `P1DT2H`; `undefined` when it is no duration, or mixes months with days. */
export function readDuration(text: string): DaysDuration | MonthsDuration | undefined {
  if (text.length > longest || /[PT]$/.test(text)) return undefined;
  const months = monthsText.exec(text);
  if (months !== null) {
    const total = Number(months[2] ?? 0) * 12 + Number(months[3] ?? 0);
    return Number.isSafeInteger(total) ? monthsDuration(months[1] === '-' ? -total : total) : undefined;
  }
  const days = daysText.exec(text);
  if (days === null) return undefined;
  const [, sign, day = '0', hour = '0', minute = '0', second = '0', fraction = ''] = days;
  const seconds = ((BigInt(day) * 24n + BigInt(hour)) * 60n + BigInt(minute)) * 60n + BigInt(second);
  const nanos = seconds * 1_000_000_000n + BigInt(fraction.slice(0, 9).padEnd(9, '0'));
  return daysDuration(sign === '-' ? -nanos : nanos);
}

/** A duration of so many months. */
export const monthsDuration = (months: number): MonthsDuration => ({
  kind: 'years and months duration',
  months: months + 0,
});

/** A duration of so many nanoseconds. */
export const daysDuration = (nanos: bigint): DaysDuration => ({ kind: 'days and time duration', nanos });

/** Reads any of them by its form, as an at-literal does: `@"2026-01-05"`, `@"P1D"`. */
export const readTemporal = (
  text: string,
): FeelDate | FeelTime | FeelDateTime | DaysDuration | MonthsDuration | undefined =>
  readDuration(text) ?? readDate(text) ?? readTime(text) ?? (text.includes('T') ? readDateTime(text) : undefined);
