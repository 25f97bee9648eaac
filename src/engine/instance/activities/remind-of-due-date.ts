import type { WorkingCopy } from '../flow/working-copy.js';
import type { UserTaskInstance } from '../state/process-instance.js';

/**
 * Lets the one reminder of a task without a register deadline follow its due date: none where there is no date, or where it
 * has passed. It says the text `oppgavefrist`.
 */
export function remindOfDueDate(
  work: WorkingCopy,
  { id: userTaskId, elementInstanceId, node }: UserTaskInstance,
): void {
  const { timers, userTasks } = work.instance();
  for (const timer of [...timers.values()].filter((one) => one.userTaskId === userTaskId)) {
    work.record({ type: 'TimerCancelled', timerId: timer.id, node });
  }
  const dueAt = userTasks.get(userTaskId)?.dueAt;
  if (dueAt === undefined || dueAt <= work.command.at) return;

  const said = { purpose: 'reminder', to: 'assignee', notice: { text: 'oppgavefrist' } } as const;
  const timer = { id: work.nextId<'Timer'>(), elementInstanceId, node, dueAt, occurrence: 1, userTaskId, ...said };
  work.record({ type: 'TimerScheduled', timer });
}
