import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '../../shared/time.js';
import { addDays } from './day-by-day.js';
import { closedDayName, type LocalCalendar } from './local-calendar.js';

/** Easter Sunday of a year in the Gregorian calendar (the Meeus/Jones/Butcher computus). */
export function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return Temporal.PlainDate.from({ year, month, day });
}

const fixedHolidays: readonly (readonly [string, string])[] = [
  ['01-01', '1. nyttårsdag'],
  ['05-01', '1. mai'],
  ['05-17', '17. mai'],
  ['12-25', '1. juledag'],
  ['12-26', '2. juledag'],
];

const easterHolidays: readonly (readonly [number, string])[] = [
  [-3, 'skjærtorsdag'],
  [-2, 'langfredag'],
  [0, '1. påskedag'],
  [1, '2. påskedag'],
  [39, 'Kristi himmelfartsdag'],
  [49, '1. pinsedag'],
  [50, '2. pinsedag'],
];

const holidaysByYear = new Map<number, ReadonlyMap<LocalDate, string>>();

/**
 * The named holidays of a year with their Norwegian names: helligdagsfredloven § 2 and lov 26. april 1947 nr. 1 § 1.
 * Sundays without a name of their own are holidays too but not listed. 24 December, 31 December and Easter Eve are not.
 */
export function norwegianHolidays(year: number): ReadonlyMap<LocalDate, string> {
  const known = holidaysByYear.get(year);
  if (known !== undefined) return known;

  const easter = easterSunday(year);
  const holidays = new Map<LocalDate, string>();
  for (const [offset, name] of easterHolidays) holidays.set(easter.add({ days: offset }).toString(), name);
  for (const [monthDay, name] of fixedHolidays) {
    const date = `${String(year).padStart(4, '0')}-${monthDay}`;
    const other = holidays.get(date);
    holidays.set(date, other === undefined ? name : `${name} og ${other}`);
  }
  holidaysByYear.set(year, holidays);
  return holidays;
}

interface FreeDay {
  readonly name: string;
  readonly isHoliday: boolean;
}

const freeDaysByYear = new Map<string, ReadonlyMap<LocalDate, FreeDay>>();

/** Every Saturday, Sunday and holiday of a year: asked for many times for each date that is computed. */
function freeDays(year: string): ReadonlyMap<LocalDate, FreeDay> {
  const known = freeDaysByYear.get(year);
  if (known !== undefined) return known;

  const free = new Map<LocalDate, FreeDay>();
  const first = Temporal.PlainDate.from(`${year}-01-01`);
  for (let day = 0; day < first.daysInYear; day += 1) {
    const date = first.add({ days: day });
    if (date.dayOfWeek === 6) free.set(date.toString(), { name: 'lørdag', isHoliday: false });
    if (date.dayOfWeek === 7) free.set(date.toString(), { name: 'søndag', isHoliday: true });
  }
  for (const [on, name] of norwegianHolidays(first.year)) free.set(on, { name, isHoliday: true });
  freeDaysByYear.set(year, free);
  return free;
}

const freeDayOn = (on: LocalDate): FreeDay | undefined => freeDays(on.slice(0, -6)).get(on);

/** The name of a holiday of the law (helgedag), `søndag` for a Sunday without one, or undefined. A Saturday is none. */
export function holidayName(on: LocalDate): string | undefined {
  const free = freeDayOn(on);
  return free?.isHoliday === true ? free.name : undefined;
}

/**
 * Why a date is no working day, in Norwegian, or undefined when it is one (virkedag: Monday to Friday, no holiday). By a
 * local calendar the municipality's own closed days are none either.
 */
export const dayOffName = (on: LocalDate, calendar?: LocalCalendar): string | undefined =>
  freeDayOn(on)?.name ?? (calendar && closedDayName(calendar, on));

/** The date itself if it is a working day, else the nearest one in the direction given. */
export function nearestWorkingDay(
  on: LocalDate,
  direction: 'forward' | 'backward',
  calendar?: LocalCalendar,
): LocalDate {
  const step = direction === 'forward' ? 1 : -1;
  let day = on;
  while (dayOffName(day, calendar) !== undefined) day = addDays(day, step);
  return day;
}
