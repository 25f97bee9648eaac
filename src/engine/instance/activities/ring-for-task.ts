import { hasTwoClocks, ruleOf } from '../../calendar/deadline.js';
import type { TimerInstance, TimerPurpose, UserTaskInstance } from '../state/process-instance.js';
import type { WorkingCopy } from '../flow/working-copy.js';
import { remindOfPause } from './remind-of-pause.js';

type Purpose = Exclude<TimerPurpose, 'event'>;

/** Says that a rung of a user task's ladder is reached, or that a clock of its deadline is over or stands. Moves no token. */
export function ringForTask(work: WorkingCopy, timer: TimerInstance, purpose: Purpose): void {
  const { id: timerId, userTaskId } = timer;
  const task = userTaskId === undefined ? undefined : work.instance().userTasks.get(userTaskId);
  if (task === undefined)
    throw new Error(`Expected timer '${timerId}' to belong to an open user task, but it does not`);

  if (purpose === 'breach' || purpose === 'legal-breach') ringBreach(work, timer, task);
  else ringReminder(work, timer, { task, kind: purpose });
}

function ringBreach(work: WorkingCopy, timer: TimerInstance, task: UserTaskInstance): void {
  const { id, deadline, purpose } = timer;
  if (deadline === undefined) throw new Error(`Expected timer '${id}' to have a deadline, but it has none`);
  const clock = purpose === 'breach' && hasTwoClocks(deadline) ? 'target' : 'legal';
  work.record({ type: 'DeadlineBreached', ...saidOf(timer, task), deadline, clock });
}

interface Rung {
  readonly task: UserTaskInstance;
  readonly kind: 'reminder' | 'escalation' | 'pause';
}

function ringReminder(work: WorkingCopy, timer: TimerInstance, { task, kind }: Rung): void {
  const { notice, occurrence } = timer;
  // What became of a deadline whose clock stands is told by its task.
  const deadline = kind === 'pause' ? task.deadline : timer.deadline;
  const dated = deadline === undefined ? {} : { deadline };
  const said = { ...saidOf(timer, task), ...dated, ...(notice === undefined ? {} : { notice }) };
  work.record({ type: 'UserTaskReminded', kind, ...said });
  if (kind !== 'pause' || deadline === undefined) return;

  const every = ruleOf(work.world.deadlineRegister, deadline)?.pauseReminder;
  if (every !== undefined) remindOfPause(work, { task, deadline, every, occurrence: occurrence + 1 });
}

function saidOf({ id: timerId, node, to = 'assignee' }: TimerInstance, task: UserTaskInstance) {
  const { id: userTaskId, name, assignee, candidateGroups, participation } = task;
  return {
    userTaskId,
    timerId,
    node,
    name,
    to,
    candidateGroups,
    ...(assignee === undefined ? {} : { assignee }),
    ...(participation === undefined ? {} : { participation }),
  };
}
