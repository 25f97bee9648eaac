import type { LocalDate } from '../../shared/time.js';
import type { DeadlinePause } from './deadline-dates.js';
import { addDays, daysBetween } from './day-by-day.js';

/** A stretch of days that do not count: those after `from`, up to and with `to`. */
export interface StoppedDays {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The pauses that are over, in the order of the calendar, those that overlap or touch as one. */
export function mergedPauses(pauses: readonly DeadlinePause[]): readonly StoppedDays[] {
  const ended = pauses.flatMap(({ from, to }) => (to === undefined || to <= from ? [] : [{ from, to }]));
  return ended
    .toSorted((one, other) => one.from.localeCompare(other.from))
    .reduce<readonly StoppedDays[]>((merged, next) => {
      const last = merged.at(-1);
      if (last === undefined || next.from > last.to) return [...merged, next];
      return [...merged.slice(0, -1), { from: last.from, to: next.to > last.to ? next.to : last.to }];
    }, []);
}

/** The last day of a count in calendar days, after the days on which the clock stood still since `startOn`. */
export function withoutStoppedDays(startOn: LocalDate, endOn: LocalDate, pauses: readonly DeadlinePause[]): LocalDate {
  return mergedPauses(pauses).reduce((end, { from, to }) => {
    const first = from < startOn ? startOn : from;
    // A clock that has run out cannot be stopped any more.
    return first >= end || to <= first ? end : addDays(end, daysBetween(first, to));
  }, endOn);
}

/** Whether the clock stood still on a day. */
export const isStopped = (on: LocalDate, stopped: readonly StoppedDays[]): boolean =>
  stopped.some(({ from, to }) => from < on && on <= to);

/** The first pause that is not over yet. */
export const openPause = (pauses: readonly DeadlinePause[] = []): DeadlinePause | undefined =>
  pauses.find(({ to }) => to === undefined);
