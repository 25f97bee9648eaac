import { occurOnBoundary } from './boundary-event.js';
import type { TriggerTimer } from './command.js';
import { completeElement } from './complete-element.js';
import { reject, type Decision } from './decision.js';
import type { TimerInstance } from './process-instance.js';
import { ringForTask } from './ring-for-task.js';
import { scheduleNextRing } from './schedule-timer.js';
import { settle } from './settle.js';
import { nodeOf, type WorkingCopy } from './working-copy.js';

/** Decides what follows when a timer's time has come. Too early (unless that is meant), too late or twice: it is not active. */
export function triggerTimer(work: WorkingCopy, { timerId, at, early }: TriggerTimer): Decision {
  const timer = work.instance().timers.get(timerId);
  if (timer === undefined || (early !== true && at < timer.dueAt))
    return reject({ reason: 'timer-not-active', timerId });

  work.record({ type: 'TimerFired', timerId, node: timer.node });
  if (timer.purpose === 'event') ringForEvent(work, timer);
  else ringForTask(work, timer, timer.purpose);
  return settle(work);
}

function ringForEvent(work: WorkingCopy, timer: TimerInstance): void {
  const event = nodeOf(work, timer.node);
  if (event.kind !== 'boundaryEvent') return completeElement(work, timer.elementInstanceId, {});

  const host = work.instance().elements.get(timer.elementInstanceId);
  if (host === undefined) throw new Error(`Expected timer '${timer.id}' to belong to an activity, but that has ended`);
  if (!event.interrupting) scheduleNextRing(work, timer);
  occurOnBoundary(work, event, { host, variables: {} });
}
