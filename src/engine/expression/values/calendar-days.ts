import type { FeelDate } from './feel-value.js';

const largestYear = 999_999_999;

/** A day, if the calendar has it: between the years -999 999 999 and 999 999 999. */
export function dateOf(year: number, month: number, day: number): FeelDate | undefined {
  if (![year, month, day].every(Number.isInteger) || Math.abs(year) > largestYear) return undefined;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return { kind: 'date', year, month, day };
}

/** Whether a year has a 29th of February. */
export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** How many days a month has. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (lengths[month - 1] ?? 0);

/** Days since 1970-01-01, by Hinnant's rule: years begin in March, so that the odd day comes last. */
export function daysSinceEpoch({ year, month, day }: FeelDate): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The day so many days after 1970-01-01, if the calendar has it. */
export function dateOfEpochDay(epochDay: number): FeelDate | undefined {
  const z = epochDay + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return dateOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** The day so many months later; the last of the month where that has no such day. */
export function addMonths({ year, month, day }: FeelDate, months: number): FeelDate | undefined {
  const total = year * 12 + (month - 1) + months;
  const newYear = Math.floor(total / 12);
  const newMonth = total - newYear * 12 + 1;
  return dateOf(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** The day of the week by ISO 8601: 1 is Monday. */
export const weekdayOf = (date: FeelDate): number => ((((daysSinceEpoch(date) + 3) % 7) + 7) % 7) + 1;

/** The day of the year, from 1. */
export const dayOfYearOf = (date: FeelDate): number =>
  daysSinceEpoch(date) - daysSinceEpoch({ kind: 'date', year: date.year, month: 1, day: 1 }) + 1;

/** The week of the year by ISO 8601: the week of the Thursday. */
export function weekOfYearOf(date: FeelDate): number {
  const thursday = dateOfEpochDay(daysSinceEpoch(date) - weekdayOf(date) + 4);
  return thursday === undefined ? 1 : Math.floor((dayOfYearOf(thursday) - 1) / 7) + 1;
}
