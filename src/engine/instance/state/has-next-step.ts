import type { ProcessInstance, UserTaskInstance } from './process-instance.js';

/**
 * Whether an open instance keeps invariant W: somebody owns its next step by a date, or it goes on by itself. That is an open
 * task with a due date and somebody who may do it, a timer of the flow itself, an incident, a job, or a process it has called.
 * A message that is awaited without a timer is none of these: if it never comes, nobody is told.
 */
export function hasNextStep({ userTasks, timers, incidents, jobs, elements }: ProcessInstance): boolean {
  if (incidents.size > 0 || jobs.size > 0) return true;
  for (const task of userTasks.values()) if (isOwnedByDate(task)) return true;
  for (const timer of timers.values()) if (timer.purpose === 'event') return true;
  for (const element of elements.values()) if (element.calledInstanceId !== undefined) return true;
  return false;
}

function isOwnedByDate(task: UserTaskInstance): boolean {
  const isOwned = task.assignee !== undefined || task.candidateGroups.length > 0;
  return isOwned && (task.deadline?.dueAt ?? task.dueAt) !== undefined;
}
