import { accept, reject, type Decision } from './decision.js';
import type { ProcessInstance } from '../state/process-instance.js';
import type { UnclaimUserTask } from './user-task-command.js';
import { hasCandidates, notAssigned } from './user-task-people.js';
import { openTaskOf, takeStep } from './user-task-step.js';

/** Decides what follows when `command.actor` gives a task back to its candidates. Changes nothing. */
export function unclaimUserTask(instance: ProcessInstance, command: UnclaimUserTask): Decision {
  const { userTaskId, actor, at } = command;
  const found = openTaskOf(instance, command);
  if (!found.ok) return found;

  const { task } = found;
  return takeStep({ task, command, step: 'unclaim' }, notAssigned(task, actor), () =>
    // A task that the diagram gave to one person has no group to go back to: nobody could take it again.
    hasCandidates(task)
      ? accept({ type: 'UserTaskUnclaimed', userTaskId, node: task.node, by: actor.id, at })
      : reject({ reason: 'actor-not-candidate', userTaskId }),
  );
}
