import { hasTwoClocks } from '../../calendar/deadline.js';
import type { TimerInstance, TimerPurpose } from '../state/process-instance.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** Says that a rung of a user task's ladder is reached, or that one of the two clocks of its deadline is over. Moves no token. */
export function ringForTask(work: WorkingCopy, timer: TimerInstance, purpose: Exclude<TimerPurpose, 'event'>): void {
  const { id: timerId, node, userTaskId, deadline, to = 'assignee', notice } = timer;
  const task = userTaskId === undefined ? undefined : work.instance().userTasks.get(userTaskId);
  if (task === undefined || deadline === undefined) {
    throw new Error(`Expected timer '${timerId}' to belong to an open user task with a deadline, but it does not`);
  }
  const { id, name, assignee, candidateGroups, participation } = task;
  const said = {
    userTaskId: id,
    timerId,
    node,
    name,
    to,
    deadline,
    candidateGroups,
    ...(assignee === undefined ? {} : { assignee }),
    ...(participation === undefined ? {} : { participation }),
  };
  switch (purpose) {
    case 'breach':
      return work.record({ type: 'DeadlineBreached', ...said, clock: hasTwoClocks(deadline) ? 'target' : 'legal' });
    case 'legal-breach':
      return work.record({ type: 'DeadlineBreached', ...said, clock: 'legal' });
    default:
      return work.record({
        type: 'UserTaskReminded',
        kind: purpose,
        ...said,
        ...(notice === undefined ? {} : { notice }),
      });
  }
}
