const formats = new Map<string, Intl.DateTimeFormat | undefined>();
const mostZones = 1_000;
const cycle = 12_622_780_800;
const furthest = 8_000_000_000;
const quarter = 900;
const mostOffsets = 10_000;
const offsets = new Map<string, number>();

/** Whether a zone is in the time zone database (`Europe/Oslo`). */
export const isZone = (zone: string): boolean => formatOf(zone) !== undefined;

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  const known = formats.get(zone);
  if (known !== undefined || formats.has(zone)) return known;
  const format = /^[A-Za-z][A-Za-z0-9_+\-/]{1,60}$/.test(zone) ? formatFor(zone) : undefined;
  if (formats.size >= mostZones) formats.clear();
  formats.set(zone, format);
  return format;
}

function formatFor(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset', year: 'numeric' });
  } catch {
    return undefined;
  }
}

// The calendar repeats every 400 years; the zone database does not know the years far away.
const within = (seconds: number): number =>
  seconds - (Math.abs(seconds) > furthest ? Math.trunc(seconds / cycle) * cycle : 0);

/** The offset in seconds of a zone at an instant (seconds since 1970). */
export function offsetAt(zone: string, instant: number): number {
  const seconds = within(instant);
  // Since 1970 zones change at full quarters of an hour; before that a day had odd lengths.
  const key = `${zone}/${seconds < 0 ? seconds : Math.floor(seconds / quarter) * quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const offset = readOffset(formatOf(zone)?.format(seconds * 1_000) ?? '');
  // The cache only saves time: forgetting it changes no answer.
  if (offsets.size >= mostOffsets) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

function readOffset(text: string): number {
  const [, sign = '+', hours = '0', minutes = '0', seconds = '0'] =
    /GMT([+\-\u2212])(\d\d):(\d\d)(?::(\d\d))?/.exec(text) ?? [];
  const size = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
  return sign === '+' ? size : 0 - size;
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
