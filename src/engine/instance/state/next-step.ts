import type { Instant } from '../../../shared/time.js';
import type { ProcessInstance, UserTaskInstance } from './process-instance.js';

/**
 * Whether somebody or a date owns the next step of an open instance: an open task with a due date and somebody who may do it,
 * a timer of the flow itself, or an incident of something that is there to be put right. A message that is awaited without a
 * timer is none of these: if it never comes, nobody is told.
 */
export function isNextStepOwned({ userTasks, timers, incidents }: ProcessInstance): boolean {
  for (const { code } of incidents.values()) if (code !== 'UNTOUCHED') return true;
  for (const task of userTasks.values()) if (isOwnedByDate(task)) return true;
  for (const timer of timers.values()) if (timer.purpose === 'event') return true;
  return false;
}

/** Whether an answer is on its way from outside: of a job, or of a process that was called. Those answer for themselves. */
export function isAnswerAwaited({ jobs, elements }: ProcessInstance): boolean {
  if (jobs.size > 0) return true;
  for (const element of elements.values()) if (element.calledInstanceId !== undefined) return true;
  return false;
}

/** When a task should be done: by its deadline, else as the diagram or a person says. */
export const dueAtOf = ({ deadline, dueAt }: UserTaskInstance): Instant | undefined => deadline?.dueAt ?? dueAt;

function isOwnedByDate(task: UserTaskInstance): boolean {
  const isOwned = task.assignee !== undefined || task.candidateGroups.length > 0;
  return isOwned && dueAtOf(task) !== undefined;
}
