import { deadlineEventAt } from '../../calendar/deadline.js';
import type { Deadline } from '../../calendar/deadline-dates.js';
import { openPause } from '../../calendar/pauses.js';
import type { TimerSchedule } from '../../definition/event-definition.js';
import { nodeOf, type WorkingCopy } from '../flow/working-copy.js';
import type { TimerInstance, UserTaskInstance } from '../state/process-instance.js';
import type { DatedDeadline } from './deadline-of.js';
import { remindOfPause } from './remind-of-pause.js';
import { scheduleLadder } from './schedule-ladder.js';

/** Lets every alarm of a task follow its deadline: the ladder is set anew, events that count from the same deadline move. */
export function moveTaskDeadline(work: WorkingCopy, task: UserTaskInstance, dated: DatedDeadline): void {
  const { deadline, rule } = dated;
  const stands = openPause(deadline.pauses) !== undefined;
  const own = timersOf(work).filter(({ userTaskId }) => userTaskId === task.id);
  // Another pause of a clock that stands does not make it stand for a shorter time.
  const isKept = ({ purpose }: TimerInstance): boolean => stands && purpose === 'pause';
  for (const { id: timerId, node } of own.filter((timer) => !isKept(timer))) {
    work.record({ type: 'TimerCancelled', timerId, node });
  }
  const node = nodeOf(work, task.node);
  if (!stands && node.kind === 'userTask') scheduleLadder(work, node, { task, ...dated });
  if (stands && rule.pauseReminder !== undefined && !own.some(isKept)) {
    remindOfPause(work, { task, deadline, every: rule.pauseReminder, occurrence: 1 });
  }
  moveEvents(work, task.elementInstanceId, deadline);
}

/** Lets the events of one element that count from the same deadline follow it; while its clock stands they are held. */
export function moveEvents(
  work: WorkingCopy,
  elementInstanceId: TimerInstance['elementInstanceId'],
  deadline: Deadline,
): void {
  const held = openPause(deadline.pauses) !== undefined;
  const isSame = (timer: TimerInstance): boolean =>
    timer.purpose === 'event' &&
    timer.elementInstanceId === elementInstanceId &&
    timer.deadline?.rule === deadline.rule &&
    timer.deadline.startOn === deadline.startOn;
  for (const timer of timersOf(work).filter(isSame)) {
    const { id: timerId, node } = timer;
    const dueAt = deadlineEventAt(deadline, shiftOf(work, timer));
    work.record({ type: 'TimerMoved', timerId, node, dueAt, deadline, held });
  }
}

const timersOf = (work: WorkingCopy): readonly TimerInstance[] => [...work.instance().timers.values()];

function shiftOf(work: WorkingCopy, { node, part }: TimerInstance): string | undefined {
  const schedule = scheduleOn(work, node, part);
  return schedule?.kind === 'deadline' ? schedule.shift : undefined;
}

function scheduleOn(work: WorkingCopy, id: string, part: number | undefined): TimerSchedule | undefined {
  const node = nodeOf(work, id);
  const whole = 'trigger' in node ? node.trigger : undefined;
  const trigger = whole?.kind === 'multiple' ? whole.triggers[part ?? 0] : whole;
  return trigger?.kind === 'timer' ? trigger.schedule : undefined;
}
