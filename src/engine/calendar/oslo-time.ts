import { Temporal } from 'temporal-polyfill';
import type { Instant, LocalDate } from '../../shared/time.js';

/** The zone in which every date of the product is read. */
export const zone = 'Europe/Oslo';

/** An instant in the one spelling that the product stores: UTC with milliseconds. */
export function instantText(zoned: Temporal.ZonedDateTime): Instant {
  return zoned.toInstant().toString({ smallestUnit: 'millisecond' });
}

/** An instant as wall-clock time in Norway. */
export function osloTime(at: Instant): Temporal.ZonedDateTime {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone);
}

/** Whether a text is a date that exists, written `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
}

/** The date in Norway at an instant. */
export function localDateOf(at: Instant): LocalDate {
  return osloTime(at).toPlainDate().toString();
}

/** The instant of a wall-clock time (`HH:MM`) on a date in Norway; in a gap of summer time, the first instant after it. */
export function instantOf(on: LocalDate, wallClock: string): Instant {
  const time = Temporal.PlainDate.from(on).toPlainDateTime(Temporal.PlainTime.from(wallClock));
  return instantText(time.toZonedDateTime(zone, { disambiguation: 'compatible' }));
}

/** The instant at which a date is over in Norway: 24:00, whatever the day's length. */
export function endOfDay(on: LocalDate): Instant {
  return instantText(Temporal.PlainDate.from(on).add({ days: 1 }).toZonedDateTime(zone));
}
