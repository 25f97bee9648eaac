import type { ClaimUserTask } from './command.js';
import { accept, reject, type Decision } from './decision.js';
import type { ProcessInstance } from './process-instance.js';
import { staleRevision } from './stale-revision.js';

/** Decides what follows when `command.actor` wants to do a task that is open to a group. Changes nothing. */
export function claimUserTask(instance: ProcessInstance, command: ClaimUserTask): Decision {
  const { userTaskId, actor, at } = command;
  const task = instance.userTasks.get(userTaskId);
  if (task === undefined) return reject({ reason: 'user-task-not-found', userTaskId });
  const isCandidate = task.candidateGroups.some((group) => actor.groups.includes(group));
  if (!isCandidate) return reject({ reason: 'actor-not-candidate', userTaskId });
  const stale = staleRevision(task, command.expectedRevision);
  if (stale !== undefined) return reject(stale);
  if (task.assignee !== undefined) return reject({ reason: 'user-task-claimed', userTaskId, assignee: task.assignee });

  return accept({ type: 'UserTaskClaimed', userTaskId, node: task.node, by: actor.id, at });
}
