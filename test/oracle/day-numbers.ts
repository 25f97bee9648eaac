// Dates as numbers of days since 1 January 1970, counted with nothing but whole numbers: what the engine's calendar is
// measured by. Nothing here may import it, or Temporal.

/** A date in parts. */
export interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** How many days a month has. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const firstYear = 2020;
const lastYear = 2045;

/** Every day of the years that are looked at, in order; the first is 1 January 2020. */
export const days: readonly Parts[] = Array.from(
  { length: lastYear - firstYear + 1 },
  (_, at) => firstYear + at,
).flatMap((year) =>
  Array.from({ length: 12 }, (_, at) => at + 1).flatMap((month) =>
    Array.from({ length: daysIn(year, month) }, (_, at) => ({ year, month, day: at + 1 })),
  ),
);

const two = (part: number): string => String(part).padStart(2, '0');

/** `YYYY-MM-DD` of a day. */
export const textOf = ({ year, month, day }: Parts): string => `${year}-${two(month)}-${two(day)}`;

const texts = days.map(textOf);
const numbers = new Map(texts.map((text, number) => [text, number]));

/** The number of a date: days since 1 January 2020. */
export function numberOf(text: string): number {
  const number = numbers.get(text);
  if (number === undefined) throw new Error(`Expected a date between ${firstYear} and ${lastYear}, but got ${text}`);
  return number;
}

/** The date of a number. */
export const dateOf = (number: number): string => texts[number] ?? `beyond ${lastYear}`;

/** The parts of a number. */
export function partsOf(number: number): Parts {
  const parts = days[number];
  if (parts === undefined) throw new Error(`Expected a day before ${lastYear}, but got number ${number}`);
  return parts;
}

/** Monday is 0. 1 January 2020 was a Wednesday. */
export const weekdayOf = (number: number): number => (number + 2) % 7;
