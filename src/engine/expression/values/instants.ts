import { dateOfEpochDay, daysSinceEpoch } from './calendar-days.js';
import type { FeelDate, FeelDateTime, FeelTime } from './feel-value.js';
import { offsetAt, offsetAtLocal } from './zones.js';

const billion = 1_000_000_000n;
const secondsPerDay = 86_400;

/** The nanoseconds of a day. */
export const nanosPerDay = 86_400_000_000_000n;

/** The nanoseconds of an hour. */
export const nanosPerHour = 3_600_000_000_000n;

/** Whether a time is local: without offset and zone. */
export const isLocal = (time: FeelTime): boolean => time.offset === undefined && time.zone === undefined;

/** Nanoseconds since midnight. */
export const nanosOfDay = ({ hour, minute, second, nano }: FeelTime): bigint =>
  BigInt(hour * 3_600 + minute * 60 + second) * billion + BigInt(nano);

const january = 1_704_067_200;
const july = 1_719_792_000;

/** The offset in seconds of a time that stands alone; a zone has the offset that it has when it is not summer there. */
export const offsetOfTime = ({ offset, zone }: FeelTime): number =>
  offset ?? (zone === undefined ? 0 : Math.min(offsetAt(zone, january), offsetAt(zone, july)));

/** Nanoseconds since midnight in UTC, of a time that stands alone. */
export const utcNanosOfDay = (time: FeelTime): bigint => nanosOfDay(time) - BigInt(offsetOfTime(time)) * billion;

/** A time of day from nanoseconds, with the offset or zone of `like`; what is more than a day is left out. */
export function timeOfNanos(nanos: bigint, like: Pick<FeelTime, 'offset' | 'zone'>): FeelTime {
  const ofDay = ((nanos % nanosPerDay) + nanosPerDay) % nanosPerDay;
  const seconds = Number(ofDay / billion);
  return {
    kind: 'time',
    hour: Math.floor(seconds / 3_600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    nano: Number(ofDay % billion),
    ...zoneOf(like),
  };
}

/** The offset or zone of a time, to be given to another. */
export const zoneOf = ({ offset, zone }: Pick<FeelTime, 'offset' | 'zone'>): Pick<FeelTime, 'offset' | 'zone'> => ({
  ...(offset === undefined ? {} : { offset }),
  ...(zone === undefined ? {} : { zone }),
});

/** Nanoseconds since 1970-01-01T00:00 on the clock on the wall. */
export const localNanos = ({ date, time }: FeelDateTime): bigint =>
  BigInt(daysSinceEpoch(date)) * nanosPerDay + nanosOfDay(time);

/** The offset in seconds of a date and time; 0 for a local one. */
export function offsetOf({ date, time }: FeelDateTime): number {
  if (time.offset !== undefined) return time.offset;
  if (time.zone === undefined) return 0;
  const { hour, minute, second } = time;
  return offsetAtLocal(time.zone, daysSinceEpoch(date) * secondsPerDay + hour * 3_600 + minute * 60 + second);
}

/** Nanoseconds since 1970-01-01T00:00Z; a local date and time counts as UTC. */
export const instantOf = (value: FeelDateTime): bigint => localNanos(value) - BigInt(offsetOf(value)) * billion;

/** The date and time at nanoseconds on the wall clock, with the offset or zone of `like`. */
export function dateTimeOfLocal(nanos: bigint, like: Pick<FeelTime, 'offset' | 'zone'>): FeelDateTime | undefined {
  const time = timeOfNanos(nanos, like);
  const date = dateOfEpochDay(Number((nanos - nanosOfDay(time)) / nanosPerDay));
  return date && { kind: 'date and time', date, time };
}

/** The date and time at an instant, as seen at the offset or in the zone of `like`. */
export function dateTimeOfInstant(nanos: bigint, like: Pick<FeelTime, 'offset' | 'zone'>): FeelDateTime | undefined {
  const offset = like.offset ?? (like.zone === undefined ? 0 : offsetAt(like.zone, Number(nanos / billion)));
  return dateTimeOfLocal(nanos + BigInt(offset) * billion, like);
}

/** Midnight in UTC at the start of a day: what a day is where a date and time is needed (DMN 1.5 §10.3.2.9.4). */
export const midnightOf = (date: FeelDate): FeelDateTime => ({
  kind: 'date and time',
  date,
  time: { kind: 'time', hour: 0, minute: 0, second: 0, nano: 0, offset: 0 },
});
