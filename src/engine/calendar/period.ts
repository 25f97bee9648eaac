import { Temporal } from 'temporal-polyfill';
import type { Instant, LocalDate, Period } from '../../shared/time.js';
import { dayOffName } from './holidays.js';
import { addDays } from './day-by-day.js';
import type { LocalCalendar } from './local-calendar.js';
import { instantAt, instantText, osloTime, zonedAt } from './oslo-time.js';

const mostRead = 1_000;
const read = new Map<string, Temporal.Duration>();

/** The length of time that an ISO 8601 duration says. Throws a `RangeError` when the text is none. */
export function durationOf(text: string): Temporal.Duration {
  const known = read.get(text);
  if (known !== undefined) return known;

  const duration = Temporal.Duration.from(text);
  // The cache only saves time: forgetting it changes no answer.
  if (read.size >= mostRead) read.clear();
  read.set(text, duration);
  return duration;
}

/** An ISO 8601 duration, or undefined when the text is none. */
export function parsePeriod(text: string): Temporal.Duration | undefined {
  try {
    return durationOf(text);
  } catch {
    return undefined;
  }
}

/**
 * A date plus a calendar period as the law counts it: the start day is not counted, and weeks, months and years end on
 * the day that by name or number equals the start day, or the month's last day (domstolloven § 148).
 */
export function addPeriod(on: LocalDate, period: Period): LocalDate {
  return Temporal.PlainDate.from(on).add(durationOf(period), { overflow: 'constrain' }).toString();
}

/** A date plus so many working days, or minus them when they are below zero; the start day is not counted. */
export function addWorkingDays(
  on: LocalDate,
  workingDays: number,
  isCounted: (day: LocalDate) => boolean = isWorkingDay,
): LocalDate {
  const step = Math.sign(workingDays);
  let day = on;
  for (let left = Math.abs(workingDays); left > 0;) {
    day = addDays(day, step);
    if (isCounted(day)) left -= 1;
  }
  return day;
}

/** Whether people work on a date, by the holidays of the law and the municipality's own calendar if one is given. */
export const isWorkingDay = (on: LocalDate, calendar?: LocalCalendar): boolean =>
  dayOffName(on, calendar) === undefined;

/** Whether a length of time is the same wherever in the year it begins: hours and less. */
export const isExact = ({ years, months, weeks, days }: Temporal.Duration): boolean =>
  years === 0 && months === 0 && weeks === 0 && days === 0;

// What is decided in the same moment asks the same questions; the cache only saves time.
const added = new Map<string, Instant>();

/** An instant plus an ISO duration: days and longer follow the calendar in Norway (DST-safe), hours are hours. */
export function addDuration(at: Instant, duration: string): Instant {
  const question = `${at} ${duration}`;
  const known = added.get(question);
  if (known !== undefined) return known;

  const answer = computeSum(at, duration);
  if (added.size >= mostRead) added.clear();
  added.set(question, answer);
  return answer;
}

function computeSum(at: Instant, duration: string): Instant {
  const length = durationOf(duration);
  // Hours need no calendar, which is the costly part.
  return isExact(length)
    ? instantAt(Date.parse(at) + length.total('milliseconds'))
    : instantText(addToClock(osloTime(at), length));
}

/** The same with a time that is in Norway already: first the calendar, then the clock (ISO 8601, Temporal). */
export function addToClock(at: Temporal.ZonedDateTime, duration: Temporal.Duration): Temporal.ZonedDateTime {
  const { years, months, weeks, days, hours, minutes, seconds, milliseconds, microseconds, nanoseconds } = duration;
  const time = { hours, minutes, seconds, milliseconds, microseconds, nanoseconds };
  const dated = isExact(duration) ? at : zonedAt(at.toPlainDateTime().add({ years, months, weeks, days }));
  return dated.add(time);
}
