import { Temporal } from 'temporal-polyfill';
import type { Instant, LocalDate } from '../../shared/time.js';

/** The zone in which every date of the product is read. */
export const zone = 'Europe/Oslo';

/** An instant in the one spelling that the product stores: UTC with milliseconds. */
export function instantText(zoned: Temporal.ZonedDateTime): Instant {
  return zoned.toInstant().toString({ smallestUnit: 'millisecond' });
}

/** The instant so many milliseconds after the beginning of 1970, in that spelling; parts of a millisecond are dropped. */
export function instantAt(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString();
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

/**
 * Wall-clock time in a zone as it really comes: in a gap of summer time the first instant after the gap, in an overlap the
 * first of the two.
 */
export function zonedAt(wallClock: Temporal.PlainDateTime, timeZone: string = zone): Temporal.ZonedDateTime {
  const after = wallClock.toZonedDateTime(timeZone, { disambiguation: 'compatible' });
  if (after.toPlainDateTime().equals(wallClock)) return after;
  // Temporal moves a time in the gap by the gap's length: 02:30 would be 03:30, where the clocks have just shown 03:00.
  return after.add({ nanoseconds: 1 }).getTimeZoneTransition('previous') ?? after;
}

/** The instant of a wall-clock time (`HH:MM`) on a date in Norway; in a gap of summer time, the first instant after it. */
export function instantOf(on: LocalDate, wallClock: string): Instant {
  return instantText(zonedAt(Temporal.PlainDate.from(on).toPlainDateTime(Temporal.PlainTime.from(wallClock))));
}

// There are few dates and many deadlines that end on them.
const endsOfDays = new Map<LocalDate, Instant>();

/** The instant at which a date is over in Norway: 24:00, whatever the day's length. */
export function endOfDay(on: LocalDate): Instant {
  const known = endsOfDays.get(on);
  if (known !== undefined) return known;

  const end = instantText(zonedAt(Temporal.PlainDate.from(on).add({ days: 1 }).toPlainDateTime()));
  endsOfDays.set(on, end);
  return end;
}
