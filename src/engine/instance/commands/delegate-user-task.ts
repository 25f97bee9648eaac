import { accept, type Decision } from './decision.js';
import type { ProcessInstance } from '../state/process-instance.js';
import type { DelegateUserTask } from './user-task-command.js';
import { notAssigned } from './user-task-people.js';
import { openTaskOf, takeStep } from './user-task-step.js';

/** Decides what follows when an assignee lets somebody else do a task and goes on owning it. Changes nothing. */
export function delegateUserTask(instance: ProcessInstance, command: DelegateUserTask): Decision {
  const { userTaskId, to: assignee, actor, at } = command;
  const found = openTaskOf(instance, command);
  if (!found.ok) return found;

  const { task } = found;
  const { node, name } = task;
  const owner = task.owner ?? task.assignee ?? actor.id;
  const handover = { userTaskId, node, name, assignee, owner, revision: task.revision + 1, by: actor.id, at };
  return takeStep({ task, command, step: 'delegate' }, notAssigned(task, actor), () =>
    accept({ type: 'UserTaskDelegated', ...handover }),
  );
}
