import { addPeriod } from '../../engine/index.js';
import type { TimerSchedule } from '../../engine/index.js';

// What is written without an equals sign is FEEL's text of it.
const weekly = /^"R\d*\/(\d{4}-\d{2}-\d{2})T[^/]*\/P(?:7D|1W)"$/;

/**
 * A weekly schedule on a day of the week (Monday is 1), its first occurrence put off by six days at most; everything else stays as it is. What is
 * no week from a day of its own is given back as it was.
 */
export function onWeekday(schedule: TimerSchedule, weekday: number | null): TimerSchedule {
  if (weekday === null || schedule.kind !== 'cycle') return schedule;
  const [, first] = weekly.exec(schedule.expression) ?? [];
  if (first === undefined) return schedule;
  // Sunday is 0 where JavaScript counts; a date alone is at midnight in UTC.
  const later = (weekday - new Date(first).getUTCDay() + 7) % 7;
  return { ...schedule, expression: schedule.expression.replace(first, addPeriod(first, `P${later}D`)) };
}
