import { remindOfDueDate } from '../activities/remind-of-due-date.js';
import type { WorkingCopy } from '../flow/working-copy.js';
import { reject, type Decision } from './decision.js';
import { settle } from './settle.js';
import { staleRevision } from './stale-revision.js';
import type { ChangeUserTask } from './user-task-command.js';
import { notConcerned } from './user-task-people.js';
import { openTaskOf } from './user-task-step.js';

/**
 * Decides what follows when somebody whom a task concerns changes its priority or its dates; its reminder follows its due
 * date. The date of a register deadline is its rule's: it is paused or extended, with a reason, and never just set.
 */
export function changeUserTask(work: WorkingCopy, command: ChangeUserTask): Decision {
  const { userTaskId, change, actor } = command;
  const found = openTaskOf(work.instance(), command);
  if (!found.ok) return found;

  const { task } = found;
  const rejection = notConcerned(task, actor) ?? staleRevision(task, command.expectedRevision);
  if (rejection !== undefined) return reject(rejection);
  if (change.dueAt !== undefined && task.deadline !== undefined) {
    return reject({ reason: 'due-date-by-deadline', userTaskId, rule: task.deadline.rule });
  }
  work.record({ type: 'UserTaskChanged', userTaskId, node: task.node, change, by: actor.id });
  if (change.dueAt !== undefined) remindOfDueDate(work, task);
  return settle(work);
}
