import { completeElement } from '../flow/complete-element.js';
import type { Decision } from './decision.js';
import { settle } from './settle.js';
import type { CompleteUserTask } from './user-task-command.js';
import { isOperator, notAssigned } from './user-task-people.js';
import { openTaskOf, takeStep } from './user-task-step.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** Decides what follows when `command.actor` says that a user task is done. An operator may say so whoever has it. */
export function completeUserTask(work: WorkingCopy, command: CompleteUserTask): Decision {
  const { userTaskId, actor, variables } = command;
  const found = openTaskOf(work.instance(), command);
  if (!found.ok) return found;

  const { task } = found;
  const step = isOperator(actor) ? 'force' : 'complete';
  return takeStep({ task, command, step }, notAssigned(task, actor), () => {
    const { node, name, elementInstanceId } = task;
    work.record({ type: 'UserTaskCompleted', userTaskId, node, name, by: actor.id, variables });
    completeElement(work, elementInstanceId, variables);
    return settle(work);
  });
}
