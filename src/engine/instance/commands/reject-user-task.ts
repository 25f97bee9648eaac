import { accept, reject, type Decision } from './decision.js';
import type { ProcessInstance } from '../state/process-instance.js';
import type { RejectUserTask } from './user-task-command.js';
import { hasCandidates, notAssigned } from './user-task-people.js';
import { openTaskOf, takeStep } from './user-task-step.js';

/** Decides what follows when `command.actor` will not do a task: it is open to its candidates again, and says why. */
export function rejectUserTask(instance: ProcessInstance, command: RejectUserTask): Decision {
  const { userTaskId, reason, actor, at } = command;
  const found = openTaskOf(instance, command);
  if (!found.ok) return found;

  const { task } = found;
  return takeStep({ task, command, step: 'reject' }, notAssigned(task, actor), () =>
    hasCandidates(task)
      ? accept({ type: 'UserTaskRejected', userTaskId, node: task.node, reason, by: actor.id, at })
      : reject({ reason: 'actor-not-candidate', userTaskId }),
  );
}
