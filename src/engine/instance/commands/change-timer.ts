import { parseTimerDate } from '../../calendar/timer.js';
import { accept, reject, type Decision } from './decision.js';
import type { ChangeTimer } from './operation-command.js';
import type { ProcessInstance } from '../state/process-instance.js';

/**
 * Decides what follows when an operator sets a waiting timer event to another time (BPMN 2.0.2 §10.5.5). What follows a
 * deadline or a task has a date of its own there, and is refused.
 */
export function changeTimer(instance: ProcessInstance, { timerId, dueAt, reason, actor, at }: ChangeTimer): Decision {
  const timer = instance.timers.get(timerId);
  if (timer === undefined) return reject({ reason: 'timer-not-active', timerId });
  if (timer.purpose !== 'event' || timer.deadline !== undefined)
    return reject({ reason: 'timer-by-deadline', timerId });
  if (reason.trim() === '') return reject({ reason: 'timer-reason-missing' });

  const wanted = parseTimerDate(dueAt);
  if (wanted === undefined || wanted <= at) return reject({ reason: 'timer-time-impossible', dueAt });
  const { node, dueAt: before } = timer;
  return accept({ type: 'TimerChanged', timerId, node, before, dueAt: wanted, reason, by: actor.id, at });
}
