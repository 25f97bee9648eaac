import type { Misfire } from '../../shared/misfire.js';
import type { Instant } from '../../shared/time.js';
import { nextRing, type Ring } from './timer.js';

/** A repeating time that was evaluated once; every ring counts from `setAt`, so none drifts. */
export interface TimerCycle {
  readonly text: string;
  readonly setAt: Instant;
  readonly rounding?: 'forward' | 'backward';
  /** Absent: `one`. */
  readonly misfire?: Misfire;
}

/** An occurrence whose time has come, and the time at which it is rung. */
export interface DueOccurrence {
  readonly dueAt: Instant;
  readonly at: Instant;
}

// Longer than a busy queue takes, shorter than anybody would call punctual.
const grace = 10 * 60_000;

/** The ring of a cycle that follows one that rings now; undefined when it was the last. */
export function followingRing(cycle: TimerCycle, { dueAt, at }: DueOccurrence): Ring | undefined {
  // One that was let ring before its time has rung all the same.
  const isEarly = Date.parse(dueAt) > Date.parse(at);
  return nextRing(cycle.text, { ...cycle, after: isEarly || cycle.misfire === 'all' ? dueAt : at });
}

/**
 * The ring that takes the place of an occurrence which was missed under `none`: more than ten minutes late, or so late that the
 * next one was due as well. Undefined for what rings although it is late: other policies, and an occurrence that no other follows.
 */
export function ringInstead(cycle: TimerCycle, { dueAt, at }: DueOccurrence): Ring | undefined {
  if (cycle.misfire !== 'none' || Date.parse(at) <= Date.parse(dueAt)) return undefined;

  const next = nextRing(cycle.text, { ...cycle, after: at });
  const isLate = Date.parse(at) - Date.parse(dueAt) > grace;
  return isLate || next?.dueAt !== nextRing(cycle.text, { ...cycle, after: dueAt })?.dueAt ? next : undefined;
}
