import { parseCron } from '../../../shared/cron.js';

/** Cron as the engine reads it in a diagram; undefined for a text that is none. */
export const cronCycle = (text: string): string | undefined =>
  parseCron(text) === undefined ? undefined : `cron ${text.trim()}`;

const quartzDays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** The same for cron as Quartz writes it: there 1 is Sunday. */
export function quartzCycle(text: string): string | undefined {
  const fields = text.trim().split(/\s+/);
  const weekday = fields[5];
  if (weekday === undefined) return cronCycle(text);
  // What stands behind a slash or a hash counts, and names no day.
  const named = weekday.replace(/(?<![/#\d])[1-7](?!\d)/g, (day) => quartzDays[Number(day) - 1] ?? day);
  return cronCycle(fields.with(5, named).join(' '));
}
