import { accept, type Decision } from './decision.js';
import type { ProcessInstance } from '../state/process-instance.js';
import type { AssignUserTask } from './user-task-command.js';
import { notConcerned } from './user-task-people.js';
import { openTaskOf, takeStep } from './user-task-step.js';

/** Decides what follows when a task is given to somebody by those it concerns. Its owner stays. Changes nothing. */
export function assignUserTask(instance: ProcessInstance, command: AssignUserTask): Decision {
  const { userTaskId, assignee, actor, at } = command;
  const found = openTaskOf(instance, command);
  if (!found.ok) return found;

  const { task } = found;
  const { node, name, owner } = task;
  const handover = { userTaskId, node, name, assignee, revision: task.revision + 1, by: actor.id, at };
  return takeStep({ task, command, step: 'assign' }, notConcerned(task, actor), () =>
    accept({ type: 'UserTaskAssigned', ...handover, ...(owner === undefined ? {} : { owner }) }),
  );
}
