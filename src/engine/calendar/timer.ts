import { Temporal } from 'temporal-polyfill';
import { cronSign } from '../../shared/cron.js';
import type { Instant } from '../../shared/time.js';
import { nextCronRing } from './cron-ring.js';
import { nearestWorkingDay } from './holidays.js';
import { instantAt, instantOf, instantText, osloTime, zone, zonedAt } from './oslo-time.js';
import { addToClock, durationOf, isExact, parsePeriod } from './period.js';

/** A repeating time `R[n]/[start/]period` or `R[n]/period/end`, read once (ISO 8601 §5.6). */
export interface Cycle {
  /** How often it rings in all; absent when it never ends. */
  readonly times?: number;
  /** First ring; absent: one period after the timer is set. */
  readonly start?: Instant;
  /** Where the last interval ends: the rings are the beginnings of the intervals before it. */
  readonly end?: Instant;
  readonly period: string;
}

/** The next ring of a cycle. */
export interface Ring {
  readonly dueAt: Instant;
  /** How many more rings follow; absent when it never ends. */
  readonly repeatsLeft?: number;
}

/**
 * Reads a time in a diagram: an instant with an offset, a date and time in Norway, or a date (its first minute).
 * Returns undefined when it is none of these.
 */
export function parseTimerDate(text: string): Instant | undefined {
  try {
    // FEEL writes the zone behind an at sign (DMN 1.5 §10.3.2.3.5).
    const [local, namedZone] = text.split('@');
    if (local !== undefined && namedZone !== undefined)
      return instantText(zonedAt(Temporal.PlainDateTime.from(local), namedZone));
    if (/[zZ]$|[+-]\d\d:?\d\d$/.test(text) && text.includes('T'))
      return instantText(Temporal.Instant.from(text).toZonedDateTimeISO(zone));
    return instantText(zonedAt(Temporal.PlainDateTime.from(text)));
  } catch {
    return undefined;
  }
}

/**
 * Reads `R3/PT10M`, `R/P7D`, `R/2026-01-06T09:00/P7D` or `R3/PT1H/2026-01-06T09:00`; undefined when the text is no such
 * cycle.
 */
export function parseCycle(text: string): Cycle | undefined {
  const [repeat, ...rest] = text.split('/');
  const times = /^R(\d*)$/.exec(repeat ?? '')?.[1];
  const [first = '', second] = rest;
  const endsAt = second !== undefined && first.startsWith('P');
  const period = endsAt || second === undefined ? first : second;
  if (times === undefined || rest.length > 2) return undefined;

  const duration = parsePeriod(period);
  if (duration === undefined || duration.sign <= 0 || hasFraction(duration)) return undefined;
  const cycle = { period, ...(times === '' ? {} : { times: Number(times) }) };
  if (second === undefined) return cycle;
  const bound = parseTimerDate(endsAt ? second : first);
  if (bound === undefined) return undefined;
  return endsAt ? { ...cycle, end: bound } : { ...cycle, start: bound };
}

// Rings are counted in whole seconds; a period of less would never come any further.
const hasFraction = ({ milliseconds, microseconds, nanoseconds }: Temporal.Duration): boolean =>
  milliseconds !== 0 || microseconds !== 0 || nanoseconds !== 0;

/** The unrounded ring number `count` (from 0) of a cycle set at `setAt`; every ring counts from the start, so none drifts. */
function ringAt(cycle: Cycle, setAt: Instant, count: number): Temporal.ZonedDateTime {
  const period = durationOf(cycle.period);
  const steps = cycle.start === undefined ? count + 1 : count;
  return addToClock(osloTime(cycle.start ?? setAt), Temporal.Duration.from(repeated(period, steps)));
}

/** Moves a ring that falls on a day off to the nearest working day at the same time of day. */
function rounded(ring: Temporal.ZonedDateTime, rounding: 'forward' | 'backward' | undefined): Instant {
  if (rounding === undefined) return instantText(ring);
  const on = nearestWorkingDay(ring.toPlainDate().toString(), rounding);
  return instantOf(on, ring.toPlainTime().toString());
}

/** A cycle that is counted back from its end, said by its first ring; where it has no number, as many as come after `setAt`. */
function fromStart(cycle: Cycle, setAt: Instant): Cycle {
  const { end, ...open } = cycle;
  if (end === undefined) return cycle;
  const last = osloTime(end);
  const one = last.epochMilliseconds - last.subtract(cycle.period).epochMilliseconds;
  // Months differ in length: some more do no harm, what is past does not ring.
  const times = cycle.times ?? Math.max(0, Math.ceil(((last.epochMilliseconds - Date.parse(setAt)) / one) * 1.1)) + 1;
  const period = durationOf(cycle.period);
  return { ...open, times, start: instantText(last.subtract(repeated(period, times))) };
}

const repeated = (period: Temporal.Duration, steps: number): Temporal.DurationLike => ({
  years: period.years * steps,
  months: period.months * steps,
  weeks: period.weeks * steps,
  days: period.days * steps,
  hours: period.hours * steps,
  minutes: period.minutes * steps,
  seconds: period.seconds * steps,
});

/**
 * The first ring of a cycle later than `after`, counted from `setAt`. A cycle is written in ISO 8601, or as cron. Undefined when it has ended or the text is none.
 */
export function nextRing(
  text: string,
  when: { readonly setAt: Instant; readonly after: Instant; readonly rounding?: 'forward' | 'backward' },
): Ring | undefined {
  const written = parseCycle(text);
  if (written === undefined) return cronRing(text, when.after, when.rounding);
  const cycle = fromStart(written, when.setAt);
  if (when.rounding === undefined && isExact(durationOf(cycle.period))) return nextExactRing(cycle, when);

  const after = Temporal.Instant.from(when.after);
  for (let count = firstCandidate(cycle, when); cycle.times === undefined || count < cycle.times; count += 1) {
    const dueAt = rounded(ringAt(cycle, when.setAt, count), when.rounding);
    if (Temporal.Instant.compare(Temporal.Instant.from(dueAt), after) <= 0) continue;
    return ringOf(cycle, count, dueAt);
  }
  return undefined;
}

function cronRing(text: string, after: Instant, rounding: 'forward' | 'backward' | undefined): Ring | undefined {
  const dueAt = nextCronRing(text.replace(cronSign, ''), after);
  if (dueAt === undefined) return undefined;
  const on = rounded(osloTime(dueAt), rounding);
  // What is moved back to a day that has passed has rung already.
  return on > after ? { dueAt: on } : cronRing(text, dueAt, rounding);
}

const ringOf = ({ times }: Cycle, count: number, dueAt: Instant): Ring =>
  times === undefined ? { dueAt } : { dueAt, repeatsLeft: times - count - 1 };

/** The same for a period of hours and less: its rings lie equally far apart, so that the next one can be counted out. */
function nextExactRing(cycle: Cycle, when: { readonly setAt: Instant; readonly after: Instant }): Ring | undefined {
  const one = durationOf(cycle.period).total('milliseconds');
  const first = cycle.start === undefined ? Date.parse(when.setAt) + one : Date.parse(cycle.start);
  const count = Math.max(0, Math.floor((Date.parse(when.after) - first) / one) + 1);
  const isOver = cycle.times !== undefined && count >= cycle.times;
  return isOver ? undefined : ringOf(cycle, count, instantAt(first + count * one));
}

/** A count whose ring is surely not later than wanted, so that a cycle that began years ago is not walked through. */
function firstCandidate(cycle: Cycle, when: Parameters<typeof nextRing>[1]): number {
  const from = osloTime(cycle.start ?? when.setAt);
  const elapsed = osloTime(when.after).epochMilliseconds - from.epochMilliseconds;
  const period = durationOf(cycle.period);
  const one = from.add(period).epochMilliseconds - from.epochMilliseconds;
  // Months differ in length and rounding moves a ring by days: step back generously.
  return Math.max(0, Math.floor((elapsed / one) * 0.9) - 12);
}
