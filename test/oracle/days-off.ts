import { dateOf, days, numberOf, textOf, weekdayOf, type Parts } from './day-numbers.js';

// Easter by the rule itself (Gauss in Lichtenberg's form), not by the computus of the engine: the first Sunday after the full
// moon of the church on or after 21 March, the moon from the golden number, the century and the epact.
function easterOf(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const secularMoon = 15 + Math.floor((3 * century + 3) / 4) - Math.floor((8 * century + 13) / 25);
  const secularSun = 2 - Math.floor((3 * century + 3) / 4);
  const moonSeed = (19 * golden + secularMoon) % 30;
  const correction = Math.floor((moonSeed + Math.floor(golden / 11)) / 29);
  const fullMoonOfMarch = 21 + moonSeed - correction;
  const firstSunday = 7 - ((year + Math.floor(year / 4) + secularSun) % 7);
  const distance = 7 - ((fullMoonOfMarch - firstSunday) % 7);
  const dayOfMarch = fullMoonOfMarch + distance;
  return dayOfMarch > 31 ? `${year}-04-${String(dayOfMarch - 31).padStart(2, '0')}` : `${year}-03-${dayOfMarch}`;
}

const years = [...new Set(days.map(({ year }) => year))];
const aroundEaster = years.flatMap((year) => {
  const easter = numberOf(easterOf(year));
  return [-3, -2, 0, 1, 39, 49, 50].map((offset) => easter + offset);
});
const fixed = new Set(['01-01', '05-01', '05-17', '12-25', '12-26']);

/** Numbers of Sundays and holidays (helgedager). */
export const holidays: ReadonlySet<number> = new Set([
  ...aroundEaster,
  ...days.flatMap((day, number) => (fixed.has(textOf(day).slice(5)) || weekdayOf(number) === 6 ? [number] : [])),
]);

/** Numbers of days on which nobody works. */
export const daysOff: ReadonlySet<number> = new Set([
  ...holidays,
  ...days.flatMap((_: Parts, number) => (weekdayOf(number) === 5 ? [number] : [])),
]);

/** Days off with a municipality's own closed days. */
export const daysOffWith = (closed: (date: string) => boolean): ReadonlySet<number> =>
  new Set([...daysOff, ...days.flatMap((_: Parts, number) => (closed(dateOf(number)) ? [number] : []))]);
