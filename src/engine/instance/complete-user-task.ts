import type { CompleteUserTask } from './command.js';
import { completeElement } from './complete-element.js';
import { reject, type Decision } from './decision.js';
import { notAssigned } from './not-assigned.js';
import { settle } from './settle.js';
import { staleRevision } from './stale-revision.js';
import type { WorkingCopy } from './working-copy.js';

/** Decides what follows when `command.actor` says that a user task is done. */
export function completeUserTask(work: WorkingCopy, command: CompleteUserTask): Decision {
  const { userTaskId, actor, variables } = command;
  const task = work.instance().userTasks.get(userTaskId);
  if (task === undefined) return reject({ reason: 'user-task-not-found', userTaskId });
  const refusal = notAssigned(task, actor) ?? staleRevision(task, command.expectedRevision);
  if (refusal !== undefined) return reject(refusal);

  const { node, name, elementInstanceId } = task;
  work.record({ type: 'UserTaskCompleted', userTaskId, node, name, by: actor.id, variables });
  completeElement(work, elementInstanceId, variables);
  return settle(work);
}
