import type { TriggerTimer } from './command.js';
import { reject, type Decision } from './decision.js';
import { ringForTask } from '../activities/ring-for-task.js';
import { passOver } from '../events/schedule-timer.js';
import { ringTimer } from '../events/satisfy-wait.js';
import { settle } from './settle.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** Decides what follows when a timer's time has come. Too early (unless that is meant), too late or twice: it is not active. */
export function triggerTimer(work: WorkingCopy, { timerId, at, early }: TriggerTimer): Decision {
  const timer = work.instance().timers.get(timerId);
  if (timer === undefined || (early !== true && (at < timer.dueAt || timer.heldSince !== undefined)))
    return reject({ reason: 'timer-not-active', timerId });

  // Who lets it ring by hand means this ring.
  if (early !== true && passOver(work, timer)) return settle(work);
  if (timer.purpose === 'event') ringTimer(work, timer, {});
  else {
    work.record({ type: 'TimerFired', timerId, node: timer.node });
    ringForTask(work, timer, timer.purpose);
  }
  return settle(work);
}
