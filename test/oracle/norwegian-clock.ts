import { dateOf, partsOf, weekdayOf, numberOf } from './day-numbers.js';

const hour = 3_600_000;
// Days from 1 January 1970 to 1 January 2020, by the Julian day numbers of both.
const daysToFirst = 2_458_850 - 2_440_588;

const isLastSunday = (number: number): boolean => weekdayOf(number) === 6 && partsOf(number).day >= 25;

/** Whether the clocks go forward (03) or back (10) that night: the last Sundays of March and October, at 01:00 UTC. */
export function changeOn(number: number): 'forward' | 'back' | undefined {
  if (!isLastSunday(number)) return undefined;
  const { month } = partsOf(number);
  if (month === 3) return 'forward';
  return month === 10 ? 'back' : undefined;
}

function isSummerAtMidnight(number: number): boolean {
  const { year } = partsOf(number);
  const lastSundayOf = (month: string): number => {
    let day = numberOf(`${year}-${month}-31`);
    while (weekdayOf(day) !== 6) day -= 1;
    return day;
  };
  return number > lastSundayOf('03') && number <= lastSundayOf('10');
}

/**
 * The instant of a wall-clock time in Norway, in milliseconds since 1970: one hour before UTC in winter, two in summer. In the
 * hour that is skipped it is 03:00, in the hour that comes twice the first.
 */
export function wallClockMillis(number: number, minutes: number): number {
  const midnight = (number + daysToFirst) * 24 * hour - (isSummerAtMidnight(number) ? 2 : 1) * hour;
  const change = changeOn(number);
  if (change === 'forward' && minutes >= 120) return midnight + Math.max(minutes * 60_000 - hour, 2 * hour);
  if (change === 'back' && minutes >= 180) return midnight + minutes * 60_000 + hour;
  return midnight + minutes * 60_000;
}

/** The dates on which the clocks change, for those who want to read them. */
export const changeDates = (numbers: readonly number[]): readonly string[] =>
  numbers.filter((number) => changeOn(number) !== undefined).map(dateOf);
