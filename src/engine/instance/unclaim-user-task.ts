import type { UnclaimUserTask } from './command.js';
import { accept, reject, type Decision } from './decision.js';
import { notAssigned } from './not-assigned.js';
import type { ProcessInstance } from './process-instance.js';
import { staleRevision } from './stale-revision.js';

/** Decides what follows when `command.actor` gives a task back to its candidate groups. Changes nothing. */
export function unclaimUserTask(instance: ProcessInstance, command: UnclaimUserTask): Decision {
  const { userTaskId, actor, at } = command;
  const task = instance.userTasks.get(userTaskId);
  if (task === undefined) return reject({ reason: 'user-task-not-found', userTaskId });
  const refusal = notAssigned(task, actor) ?? staleRevision(task, command.expectedRevision);
  if (refusal !== undefined) return reject(refusal);
  // A task that the diagram gave to one person has no group to go back to: nobody could take it again.
  if (task.candidateGroups.length === 0) return reject({ reason: 'actor-not-candidate', userTaskId });

  return accept({ type: 'UserTaskUnclaimed', userTaskId, node: task.node, by: actor.id, at });
}
