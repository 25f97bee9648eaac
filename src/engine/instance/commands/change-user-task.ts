import { accept, reject, type Decision } from './decision.js';
import type { ProcessInstance } from '../state/process-instance.js';
import { staleRevision } from './stale-revision.js';
import type { ChangeUserTask } from './user-task-command.js';
import { notConcerned } from './user-task-people.js';
import { openTaskOf } from './user-task-step.js';

/** Decides what follows when somebody whom a task concerns changes its priority or its dates. Changes nothing. */
export function changeUserTask(instance: ProcessInstance, command: ChangeUserTask): Decision {
  const { userTaskId, change, actor, at } = command;
  const found = openTaskOf(instance, command);
  if (!found.ok) return found;

  const { task } = found;
  const rejection = notConcerned(task, actor) ?? staleRevision(task, command.expectedRevision);
  if (rejection !== undefined) return reject(rejection);
  return accept({ type: 'UserTaskChanged', userTaskId, node: task.node, change, by: actor.id, at });
}
