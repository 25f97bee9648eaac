import type { Rejection } from './decision.js';
import type { Actor, UserTaskInstance } from './process-instance.js';

/** The refusal for a person who is not the one who does the task. */
export function notAssigned(task: UserTaskInstance, actor: Actor): Rejection | undefined {
  if (task.assignee === actor.id) return undefined;
  const refusal = { reason: 'actor-not-assigned', userTaskId: task.id } as const;
  return task.assignee === undefined ? refusal : { ...refusal, assignee: task.assignee };
}
