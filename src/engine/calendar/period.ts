import { Temporal } from 'temporal-polyfill';
import type { Instant, LocalDate, Period } from '../../shared/time.js';
import { dayOffName } from './holidays.js';
import { instantText, osloTime } from './oslo-time.js';

/** An ISO 8601 duration, or undefined when the text is none. */
export function parsePeriod(text: string): Temporal.Duration | undefined {
  try {
    return Temporal.Duration.from(text);
  } catch {
    return undefined;
  }
}

/**
 * A date plus a calendar period as the law counts it: the start day is not counted, and weeks, months and years end on
 * the day that by name or number equals the start day, or the month's last day (domstolloven § 148).
 */
export function addPeriod(on: LocalDate, period: Period): LocalDate {
  return Temporal.PlainDate.from(on).add(Temporal.Duration.from(period), { overflow: 'constrain' }).toString();
}

/** A date plus so many working days; the start day is not counted. */
export function addWorkingDays(on: LocalDate, workingDays: number): LocalDate {
  let date = Temporal.PlainDate.from(on);
  for (let left = workingDays; left > 0;) {
    date = date.add({ days: 1 });
    if (dayOffName(date.toString()) === undefined) left -= 1;
  }
  return date.toString();
}

/** An instant plus an ISO duration: days and longer follow the calendar in Norway (DST-safe), hours are hours. */
export function addDuration(at: Instant, duration: string): Instant {
  return instantText(osloTime(at).add(Temporal.Duration.from(duration)));
}

/** Whole days from one date to another; negative when the other is earlier. */
export function daysBetween(fromOn: LocalDate, toOn: LocalDate): number {
  return Temporal.PlainDate.from(fromOn).until(Temporal.PlainDate.from(toOn), { largestUnit: 'day' }).days;
}
