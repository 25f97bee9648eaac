import { accept, type Decision } from './decision.js';
import type { ProcessInstance } from '../state/process-instance.js';
import type { StartUserTask, StopUserTask } from './user-task-command.js';
import { notAssigned } from './user-task-people.js';
import { openTaskOf, takeStep } from './user-task-step.js';

/** Decides what follows when an assignee begins with a task or lays it aside. Changes nothing. */
export function progressUserTask(instance: ProcessInstance, command: StartUserTask | StopUserTask): Decision {
  const { userTaskId, actor, at } = command;
  const found = openTaskOf(instance, command);
  if (!found.ok) return found;

  const { task } = found;
  const [step, state] =
    command.type === 'StartUserTask' ? (['start', 'inProgress'] as const) : (['stop', 'assigned'] as const);
  return takeStep({ task, command, step }, notAssigned(task, actor), () =>
    accept({ type: 'UserTaskProgressed', userTaskId, node: task.node, state, by: actor.id, at }),
  );
}
