import { accept, reject, type Decision } from './decision.js';
import type { ProcessInstance } from '../state/process-instance.js';
import { staleRevision } from './stale-revision.js';
import type { ClaimUserTask } from './user-task-command.js';
import { isCandidate } from './user-task-people.js';
import { openTaskOf, takeStep } from './user-task-step.js';

/** Decides what follows when `command.actor` wants to do a task that is open to a group. Changes nothing. */
export function claimUserTask(instance: ProcessInstance, command: ClaimUserTask): Decision {
  const { userTaskId, actor, at } = command;
  const found = openTaskOf(instance, command);
  if (!found.ok) return found;
  const { task } = found;
  if (!isCandidate(task, actor)) return reject({ reason: 'actor-not-candidate', userTaskId });
  const stale = staleRevision(task, command.expectedRevision);
  if (stale !== undefined) return reject(stale);
  if (task.assignee !== undefined) return reject({ reason: 'user-task-claimed', userTaskId, assignee: task.assignee });

  return takeStep({ task, command, step: 'claim' }, undefined, () =>
    accept({ type: 'UserTaskClaimed', userTaskId, node: task.node, by: actor.id, at }),
  );
}
