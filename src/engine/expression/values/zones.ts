import { Temporal } from 'temporal-polyfill';

const knownZones = new Map<string, boolean>();
const mostZones = 1_000;
const cycle = 12_622_780_800;
const furthest = 8_000_000_000;

/** Whether a zone is in the time zone database (`Europe/Oslo`). */
export function isZone(zone: string): boolean {
  const known = knownZones.get(zone);
  if (known !== undefined) return known;
  const isKnown = /^[A-Za-z][A-Za-z0-9_+\-/]{1,60}$/.test(zone) && hasRules(zone);
  if (knownZones.size >= mostZones) knownZones.clear();
  knownZones.set(zone, isKnown);
  return isKnown;
}

function hasRules(zone: string): boolean {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).offsetNanoseconds !== undefined;
  } catch {
    return false;
  }
}

// The calendar repeats every 400 years; the zone database does not know the years far away.
const within = (seconds: number): number => {
  const far = Math.abs(seconds) > furthest ? Math.trunc(seconds / cycle) * cycle : 0;
  return seconds - far;
};

/** The offset in seconds of a zone at an instant (seconds since 1970). */
export function offsetAt(zone: string, seconds: number): number {
  const instant = Temporal.Instant.fromEpochMilliseconds(Math.floor(within(seconds)) * 1_000);
  return Math.round(instant.toZonedDateTimeISO(zone).offsetNanoseconds / 1e9);
}

/**
 * The offset in seconds of a zone at a local time (seconds since 1970 as if in UTC). A time that comes twice in autumn is
 * the first one; one that is left out in spring is moved on by the gap.
 */
export function offsetAtLocal(zone: string, localSeconds: number): number {
  const before = offsetAt(zone, localSeconds - 86_400);
  const after = offsetAt(zone, localSeconds + 86_400);
  if (before === after) return before;
  if (offsetAt(zone, localSeconds - before) === before) return before;
  return offsetAt(zone, localSeconds - after) === after ? after : before;
}
