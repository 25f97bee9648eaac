import { daysIn, numberOf, partsOf, textOf } from './day-numbers.js';

/** What a rule says, as plain words: `3 W`, `5 V` (virkedager), `1 M end`. */
export interface OracleRule {
  readonly count: number;
  readonly unit: 'D' | 'W' | 'M' | 'Y' | 'V' | 'T';
  readonly toMonthEnd: boolean;
  readonly move: 'forward' | 'backward' | 'none';
}

/** What a count comes to, by going from day to day. */
export interface OracleDates {
  readonly raw: number;
  readonly due: number;
  readonly legal: number;
}

/** The due day of a rule for a start day, counted day by day. */
export function dueDay(rule: OracleRule, start: number, off: ReadonlySet<number>): OracleDates {
  const raw = rawDay(rule, start, off);
  if (rule.move === 'none') return { raw, due: raw, legal: raw };
  const legal = walk(raw, 1, off);
  return { raw, due: rule.move === 'forward' ? legal : walk(raw, -1, off), legal };
}

function walk(from: number, step: number, off: ReadonlySet<number>): number {
  let day = from;
  while (off.has(day)) day += step;
  return day;
}

function rawDay({ count, unit, toMonthEnd }: OracleRule, start: number, off: ReadonlySet<number>): number {
  if (unit === 'D') return start + count;
  if (unit === 'W') return start + 7 * count;
  if (unit === 'V') return workingDay(count, start, off);
  const end = sameDayOf(start, unit === 'Y' ? 12 * count : count);
  return toMonthEnd ? lastOfMonth(end) : end;
}

function workingDay(count: number, start: number, off: ReadonlySet<number>): number {
  let day = start;
  for (let worked = 0; worked < count; day += 1) if (!off.has(day + 1)) worked += 1;
  return day;
}

/** The day of the same number so many months away, or the last day of that month. */
function sameDayOf(start: number, months: number): number {
  const { year, month, day } = partsOf(start);
  const index = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  return numberOf(textOf({ ...target, day: Math.min(day, daysIn(target.year, target.month)) }));
}

function lastOfMonth(number: number): number {
  const { year, month } = partsOf(number);
  return numberOf(textOf({ year, month, day: daysIn(year, month) }));
}
