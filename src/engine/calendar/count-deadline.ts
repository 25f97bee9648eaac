import { Temporal } from 'temporal-polyfill';
import type { Instant, LocalDate } from '../../shared/time.js';
import { addDays } from './day-by-day.js';
import type { DeadlineCourse } from './deadline-dates.js';
import type { DeadlineRule } from './deadline-rule.js';
import { holidayName } from './holidays.js';
import { endOfDay, instantOf, localDateOf } from './oslo-time.js';
import { isStopped, mergedPauses, withoutStoppedDays } from './pauses.js';
import { addPeriod, addWorkingDays, isWorkingDay } from './period.js';

const hourMillis = 3_600_000;

/** The last day by counting alone, without pauses and extensions, before it is moved off a day off (domstolloven § 148). */
export function countedOn({ length, calendar }: DeadlineRule, startOn: LocalDate): LocalDate {
  if ('fixedOn' in length) return length.fixedOn;
  if ('hours' in length) return lastDayOf(hoursEndAt(length, instantOf(startOn, '00:00')));
  if ('workingDays' in length) return addWorkingDays(startOn, length.workingDays, (day) => isWorkingDay(day, calendar));
  const endOn = addPeriod(startOn, length.period);
  return length.to === 'monthEnd' ? monthEndOf(endOn) : endOn;
}

/** The last day by counting, with the days on which the clock stood still and the days by which it was made longer. */
export function rawDueOn(rule: DeadlineRule, startOn: LocalDate, course: DeadlineCourse = {}): LocalDate {
  const endOn = pausedOn(rule, startOn, course);
  const days = (course.extensions ?? []).reduce((sum, extension) => sum + extension.days, 0);
  return days === 0 ? endOn : addDays(endOn, days);
}

/** The same without extensions: how far the count comes by itself. */
export function pausedOn(rule: DeadlineRule, startOn: LocalDate, { pauses = [] }: DeadlineCourse): LocalDate {
  if (pauses.length === 0) return countedOn(rule, startOn);
  const { length, calendar } = rule;
  if (!('workingDays' in length)) return withoutStoppedDays(startOn, countedOn(rule, startOn), pauses);

  const stopped = mergedPauses(pauses);
  return addWorkingDays(startOn, length.workingDays, (day) => isWorkingDay(day, calendar) && !isStopped(day, stopped));
}

/** The instant at which so many hours are over; by `lawful` the hours of Sundays and holidays do not count (§ 149). */
export function hoursEndAt(
  { hours, count }: { readonly hours: number; readonly count: 'clock' | 'lawful' },
  startAt: Instant,
): Instant {
  const millis = hours * hourMillis;
  return isoOf(count === 'clock' ? Date.parse(startAt) + millis : lawfulEnd(Date.parse(startAt), millis));
}

function lawfulEnd(start: number, millis: number): number {
  let [at, left] = [start, millis];
  for (;;) {
    const on = localDateOf(isoOf(at));
    const midnight = Date.parse(endOfDay(on));
    const isCounted = holidayName(on) === undefined;
    if (isCounted && left <= midnight - at) return at + left;
    left -= isCounted ? midnight - at : 0;
    at = midnight;
  }
}

const isoOf = (millis: number): Instant =>
  Temporal.Instant.fromEpochMilliseconds(millis).toString({ smallestUnit: 'millisecond' });

/** The date in Norway that an instant ends: at midnight the one that is over. */
export const lastDayOf = (at: Instant): LocalDate => localDateOf(isoOf(Date.parse(at) - 1));

function monthEndOf(on: LocalDate): LocalDate {
  const date = Temporal.PlainDate.from(on);
  return date.with({ day: date.daysInMonth }).toString();
}
