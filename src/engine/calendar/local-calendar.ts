import type { LocalDate } from '../../shared/time.js';

/** Days on which a municipality itself is closed beside the holidays of the law: 24 December, bridge days (inneklemte dager). */
export interface LocalCalendar {
  readonly municipality: string;
  readonly closedDays: readonly ClosedDay[];
}

/** One day that a municipality is closed, or the same day of every year. */
export type ClosedDay =
  | { readonly on: LocalDate; readonly name: string }
  | {
      /** Month and day, e.g. `12-24`. */
      readonly everyYear: string;
      readonly name: string;
      /** First and last date that it holds for; absent: always. */
      readonly from?: LocalDate;
      readonly to?: LocalDate;
    };

/** What the municipality calls the day on which it is closed, or undefined when it is open. */
export function closedDayName({ closedDays }: LocalCalendar, on: LocalDate): string | undefined {
  return closedDays.find((day) => isOn(day, on))?.name;
}

function isOn(day: ClosedDay, on: LocalDate): boolean {
  if ('on' in day) return day.on === on;
  const { everyYear, from = on, to = on } = day;
  return on.endsWith(`-${everyYear}`) && from <= on && on <= to;
}
