import type { Rejection } from './decision.js';
import type { Actor, UserTaskInstance } from '../state/process-instance.js';

/** Whether an actor may do for others what only they may do: the system itself, and who acts in its name. */
export const isOperator = ({ id, groups }: Actor): boolean => id === 'system' || groups.includes('system');

/** Whether a task is open to an actor: by a group, or by name. */
export const isCandidate = ({ candidateGroups, candidateUsers = [] }: UserTaskInstance, actor: Actor): boolean =>
  candidateGroups.some((group) => actor.groups.includes(group)) || candidateUsers.includes(actor.id);

/** Whether somebody could take the task again if its assignee gave it back. */
export const hasCandidates = ({ candidateGroups, candidateUsers = [] }: UserTaskInstance): boolean =>
  candidateGroups.length > 0 || candidateUsers.length > 0;

/** The refusal for a person who is not the one who does the task; operators may act for them. */
export function notAssigned(task: UserTaskInstance, actor: Actor): Rejection | undefined {
  if (task.assignee === actor.id || isOperator(actor)) return undefined;
  const refusal = { reason: 'actor-not-assigned', userTaskId: task.id } as const;
  return task.assignee === undefined ? refusal : { ...refusal, assignee: task.assignee };
}

/** The refusal for a person whom a task does not concern at all. */
export function notConcerned(task: UserTaskInstance, actor: Actor): Rejection | undefined {
  const concerns = [task.assignee, task.owner].includes(actor.id) || isCandidate(task, actor) || isOperator(actor);
  return concerns ? undefined : { reason: 'actor-not-candidate', userTaskId: task.id };
}
