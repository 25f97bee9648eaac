import { addDuration, evaluate, followingRing, nextRing, parseTimerDate, ringInstead } from '../../engine/index.js';
import type { TimerCycle, TimerSchedule } from '../../engine/index.js';
import type { Instant } from '../../shared/time.js';

/** When a schedule was set, and after which instant the next occurrence is wanted. */
export interface StartWindow {
  readonly setAt: Instant;
  readonly after: Instant;
}

/** The next time at which a timer start event occurs, or undefined when it never does again. */
export function nextStart(schedule: TimerSchedule, { setAt, after }: StartWindow): Instant | undefined {
  const text = textOf(schedule, setAt);
  if (text === undefined) return undefined;
  switch (schedule.kind) {
    case 'cycle':
      return nextRing(text, { ...cycleOf(schedule, text, setAt), after })?.dueAt;
    case 'date':
      return onlyAfter(parseTimerDate(text), after);
    case 'duration':
      return onlyAfter(addDuration(setAt, text), after);
    case 'deadline':
      return undefined;
  }
}

/** When something is deployed, and when the version before it would have begun next. */
export interface Redeployment {
  readonly at: Instant;
  readonly planned?: Instant | null | undefined;
}

/**
 * When a start event of a version that is deployed now occurs first. What was due before and has not begun, because everything stood while
 * the new version came, begins by the new one: it is not put off to the next time.
 */
export const dueAtDeployment = (schedule: TimerSchedule, { at, planned }: Redeployment): Instant | undefined =>
  typeof planned === 'string' && planned <= at ? planned : nextStart(schedule, { setAt: at, after: at });

/** A start whose time has come, and the time at which somebody sees to it. */
export interface DueWindow {
  readonly setAt: Instant;
  readonly dueAt: Instant;
  readonly at: Instant;
}

/** The start that follows one that is carried out; undefined when it was the last. A date or a duration has only one. */
export function followingStart(schedule: TimerSchedule, { setAt, dueAt, at }: DueWindow): Instant | undefined {
  const text = textOf(schedule, setAt);
  if (schedule.kind !== 'cycle' || text === undefined) return undefined;
  const cycle = cycleOf(schedule, text, setAt);
  return (ringInstead(cycle, { dueAt, at }) ?? followingRing(cycle, { dueAt, at }))?.dueAt;
}

/** Whether a start was missed and is passed over: its process begins at the next occurrence only. */
export function isPassedOver(schedule: TimerSchedule, { setAt, dueAt, at }: DueWindow): boolean {
  const text = textOf(schedule, setAt);
  if (schedule.kind !== 'cycle' || text === undefined) return false;
  return ringInstead(cycleOf(schedule, text, setAt), { dueAt, at }) !== undefined;
}

function textOf(schedule: TimerSchedule, setAt: Instant): string | undefined {
  if (schedule.kind === 'deadline') return undefined;
  const evaluation = evaluate(schedule.expression, {}, { at: setAt });
  return evaluation.ok && typeof evaluation.value === 'string' ? evaluation.value : undefined;
}

const cycleOf = (
  { rounding, misfire }: Extract<TimerSchedule, { readonly kind: 'cycle' }>,
  text: string,
  setAt: Instant,
): TimerCycle => ({
  text,
  setAt,
  ...(rounding === undefined ? {} : { rounding }),
  ...(misfire === undefined ? {} : { misfire }),
});

const onlyAfter = (dueAt: Instant | undefined, after: Instant): Instant | undefined =>
  dueAt !== undefined && dueAt > after ? dueAt : undefined;
