import type { Decision } from './decision.js';
import { accept, reject } from './decision.js';
import type { ResumeProcessInstance, SuspendProcessInstance } from './operation-command.js';
import type { ProcessInstance } from '../state/process-instance.js';

/** Decides what follows when an operator wants nothing to go on for the time being. */
export function suspendProcessInstance(instance: ProcessInstance, command: SuspendProcessInstance): Decision {
  if (instance.suspended === true) return reject({ reason: 'process-instance-suspended' });
  return accept({ type: 'ProcessInstanceSuspended', by: command.actor.id, at: command.at });
}

/** Decides what follows when a suspended instance may go on: what should have rung meanwhile is rung again. */
export function resumeProcessInstance(instance: ProcessInstance, { actor, at }: ResumeProcessInstance): Decision {
  if (instance.suspended !== true) return reject({ reason: 'process-instance-not-suspended' });

  const overdue = [...instance.timers.values()]
    .filter(({ dueAt, heldSince }) => dueAt <= at && heldSince === undefined)
    .map(({ id: timerId, dueAt }) => ({ timerId, dueAt }));
  return accept({ type: 'ProcessInstanceResumed', overdue, by: actor.id, at });
}
