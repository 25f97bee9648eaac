import { dueDay, type OracleRule } from './due-day.js';

interface Course {
  readonly start: number;
  /** A clock that is stopped on `from` does not count the days after it, up to and with `to`. */
  readonly pauses: readonly { readonly from: number; readonly to: number }[];
  readonly off: ReadonlySet<number>;
}

/** The last day of a count whose clock stood on some days: from day to day, those do not count. */
export function withoutStopped(rule: OracleRule, { start, pauses, off }: Course): number {
  const isStopped = (day: number): boolean => pauses.some(({ from, to }) => from < day && day <= to);
  const counts = (day: number): boolean => !isStopped(day) && (rule.unit !== 'V' || !off.has(day));
  const { raw } = dueDay({ ...rule, move: 'none' }, start, off);
  let [day, left] = [start, rule.unit === 'V' ? rule.count : raw - start];
  for (; left > 0; day += 1) if (counts(day + 1)) left -= 1;
  return day;
}
