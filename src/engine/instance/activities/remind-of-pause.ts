import type { Period } from '../../../shared/time.js';
import type { Deadline } from '../../calendar/deadline-dates.js';
import { reminderAt } from '../../calendar/deadline.js';
import { localDateOf } from '../../calendar/oslo-time.js';
import { addPeriod } from '../../calendar/period.js';
import type { WorkingCopy } from '../flow/working-copy.js';
import type { UserTaskInstance } from '../state/process-instance.js';

interface StandingClock {
  readonly task: UserTaskInstance;
  readonly deadline: Deadline;
  /** How often somebody is told that it stands. */
  readonly every: Period;
  /** Which time it is, from 1. */
  readonly occurrence: number;
}

/**
 * Sets the next alarm that tells that the clock of a task still stands: to whoever has the task the first time, to the leader
 * of the unit from then on. It has no end but that the clock goes on.
 */
export function remindOfPause(work: WorkingCopy, { task, deadline, every, occurrence }: StandingClock): void {
  const { id: userTaskId, elementInstanceId, node } = task;
  const dueAt = reminderAt(addPeriod(localDateOf(work.command.at), every));
  const to = occurrence === 1 ? 'assignee' : 'leader';
  const timer = { elementInstanceId, node, purpose: 'pause', dueAt, occurrence, deadline, userTaskId, to } as const;
  work.record({ type: 'TimerScheduled', timer: { id: work.nextId(), ...timer } });
}
