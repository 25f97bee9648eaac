import { deadlineEventAt } from '../../calendar/deadline.js';
import { firstRing } from '../../calendar/first-ring.js';
import { followingRing, ringInstead } from '../../calendar/misfire.js';
import type { Ring } from '../../calendar/timer.js';
import type { TimerSchedule } from '../../definition/event-definition.js';
import { deadlineOf } from '../activities/deadline-of.js';
import { evaluateExpression, expressionProblem, type Evaluated } from '../flow/evaluate-mappings.js';
import type { Problem } from '../flow/problem.js';
import type { ElementInstance, TimerInstance } from '../state/process-instance.js';
import type { WorkingCopy } from '../flow/working-copy.js';
import { sightFrom } from '../flow/sight-from.js';

type When = Pick<TimerInstance, 'dueAt' | 'deadline' | 'repeatsLeft' | 'cycle'>;

/** Sets the timer of a timer event (BPMN 2.0.2 §10.5.5) for the element it belongs to. */
export function scheduleTimer(
  work: WorkingCopy,
  element: ElementInstance,
  event: { readonly node: string; readonly part?: number; readonly schedule: TimerSchedule },
): Problem | undefined {
  const { schedule, ...place } = event;
  const when = whenOf(work, element, schedule);
  if (!when.ok) return when.problem;

  const { id: elementInstanceId } = element;
  const timer = {
    id: work.nextId<'Timer'>(),
    elementInstanceId,
    ...place,
    purpose: 'event',
    occurrence: 1,
  } as const;
  work.record({ type: 'TimerScheduled', timer: { ...timer, ...when.value } });
  return undefined;
}

/** Sets a cycle's next ring after one has rung; nothing when it was the last. */
export function scheduleNextRing(work: WorkingCopy, rung: TimerInstance): void {
  const { occurrence, changed } = rung;
  // What was rung before its time by hand must not be rung again at that time.
  const dueAt = changed?.drawnAt ?? rung.dueAt;
  const ring = rung.cycle && followingRing(rung.cycle, { dueAt, at: work.command.at });
  if (ring !== undefined) scheduleRing(work, rung, { ...ring, occurrence: occurrence + 1 });
}

/** Passes over an occurrence that was missed and whose cycle wants no late ring; false when it is to ring. */
export function passOver(work: WorkingCopy, missed: TimerInstance): boolean {
  const { id: timerId, node, dueAt, occurrence } = missed;
  const ring = missed.cycle && ringInstead(missed.cycle, { dueAt, at: work.command.at });
  if (ring === undefined) return false;

  work.record({ type: 'TimerCancelled', timerId, node });
  scheduleRing(work, missed, { ...ring, occurrence });
  return true;
}

function scheduleRing(work: WorkingCopy, before: TimerInstance, ring: Ring & { readonly occurrence: number }): void {
  const { repeatsLeft: _spent, changed: _once, ...same } = before;
  work.record({ type: 'TimerScheduled', timer: { ...same, ...ring, id: work.nextId<'Timer'>() } });
}

function whenOf(work: WorkingCopy, element: ElementInstance, schedule: TimerSchedule): Evaluated<When> {
  const sight = sightFrom(work, element.id);
  if (schedule.kind === 'deadline') {
    const dated = deadlineOf(work, schedule.deadline, sight);
    if (!dated.ok) return dated;
    const { deadline } = dated.value;
    return { ok: true, value: { dueAt: deadlineEventAt(deadline, schedule.shift), deadline } };
  }
  const text = evaluateExpression(schedule.expression, sight);
  if (!text.ok) return text;
  const when = typeof text.value === 'string' ? firstRing(schedule, text.value, work.command.at) : undefined;
  if (when !== undefined) return { ok: true, value: when };
  return expressionProblem(
    `Expected '${schedule.expression}' to be a timer ${schedule.kind}, but got ${JSON.stringify(text.value)}`,
  );
}
