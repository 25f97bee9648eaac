import { Temporal } from 'temporal-polyfill';
import { parseCron, type Cron, type CronDay } from '../../shared/cron.js';
import type { Instant } from '../../shared/time.js';
import { instantText, osloTime, zone } from './oslo-time.js';

// The 29th of February on a certain weekday comes at least once in this time.
const longest = Temporal.Duration.from('P41Y');

/**
 * The first time later than `after` that a cron expression names, on the wall clock in Norway: what falls into the hour
 * that summer time skips comes after it, and in the hour that comes twice it rings once. Undefined when there is none.
 */
export function nextCronRing(text: string, after: Instant): Instant | undefined {
  const cron = parseCron(text);
  if (cron === undefined) return undefined;

  const from = osloTime(after);
  const last = from.toPlainDate().add(longest);
  for (let day = from.toPlainDate(); Temporal.PlainDate.compare(day, last) < 0; day = nextDay(cron, day)) {
    if (!isNamed(cron, day)) continue;
    const isToday = day.equals(from.toPlainDate());
    const found = firstTime(cron, day, isToday ? from : undefined);
    if (found !== undefined) return instantText(found);
  }
  return undefined;
}

function nextDay({ months, years }: Cron, day: Temporal.PlainDate): Temporal.PlainDate {
  if (years !== undefined && !years.includes(day.year)) return day.with({ month: 1, day: 1 }).add({ years: 1 });
  return months.includes(day.month) ? day.add({ days: 1 }) : day.with({ day: 1 }).add({ months: 1 });
}

const isNamed = ({ days, months, weekdays, years }: Cron, day: Temporal.PlainDate): boolean =>
  months.includes(day.month) &&
  (years === undefined || years.includes(day.year)) &&
  days.some((one) => isDay(one, day, day.day)) &&
  weekdays.some((one) => isDay(one, day, day.dayOfWeek));

function isDay(one: CronDay, day: Temporal.PlainDate, number: number): boolean {
  switch (one.kind) {
    case 'number':
      return one.number === number;
    case 'last': {
      const wanted = day.with({ day: day.daysInMonth }).subtract({ days: one.before });
      return day.equals(one.isWorking ? workingDayNear(wanted) : wanted);
    }
    case 'nearest':
      return one.number <= day.daysInMonth && day.equals(workingDayNear(day.with({ day: one.number })));
    case 'inMonth':
      if (one.number !== day.dayOfWeek) return false;
      return one.nth === undefined ? day.day + 7 > day.daysInMonth : Math.ceil(day.day / 7) === one.nth;
  }
}

// Monday to Friday: cron knows no holidays. The month is never left.
function workingDayNear(day: Temporal.PlainDate): Temporal.PlainDate {
  if (day.dayOfWeek === 6) return day.day === 1 ? day.add({ days: 2 }) : day.subtract({ days: 1 });
  if (day.dayOfWeek === 7) return day.day === day.daysInMonth ? day.subtract({ days: 2 }) : day.add({ days: 1 });
  return day;
}

function firstTime(
  { hours, minutes, seconds }: Cron,
  day: Temporal.PlainDate,
  after: Temporal.ZonedDateTime | undefined,
): Temporal.ZonedDateTime | undefined {
  for (const hour of hours.filter((one) => after === undefined || one >= after.hour)) {
    const isHour = after !== undefined && hour === after.hour;
    for (const minute of minutes.filter((one) => !isHour || one >= after.minute)) {
      const isMinute = isHour && minute === after.minute;
      const second = seconds.find((one) => !isMinute || one > after.second);
      if (second === undefined) continue;
      const at = day.toZonedDateTime({ timeZone: zone, plainTime: { hour, minute, second } });
      if (after === undefined || Temporal.ZonedDateTime.compare(at, after) > 0) return at;
    }
  }
  return undefined;
}
