import type { Rejection } from './decision.js';
import type { UserTaskInstance } from '../state/process-instance.js';

/** The refusal for a caller who insists on a state of the task that it no longer has. */
export function staleRevision(task: UserTaskInstance, expected: number | undefined): Rejection | undefined {
  if (expected === undefined || expected === task.revision) return undefined;
  return { reason: 'stale-revision', userTaskId: task.id, expected, actual: task.revision };
}
