import type { LocalDate } from '../../../shared/time.js';
import { daysBetween } from '../../calendar/day-by-day.js';
import { rawDueOn } from '../../calendar/count-deadline.js';
import type { Deadline, DeadlineCourse, DeadlinePause } from '../../calendar/deadline-dates.js';
import { computeDeadline, ruleOf } from '../../calendar/deadline.js';
import { endOfDay, isLocalDate, localDateOf } from '../../calendar/oslo-time.js';
import { openPause } from '../../calendar/pauses.js';
import type { DatedDeadline } from '../activities/deadline-of.js';
import { moveEvents, moveTaskDeadline } from '../activities/move-deadline.js';
import type { WorkingCopy } from '../flow/working-copy.js';
import type { TimerInstance, UserTaskInstance } from '../state/process-instance.js';
import type { DeadlineCommand, ExtendDeadline, PauseDeadline, ResumeDeadline } from './deadline-command.js';
import { reject, type Decision, type Rejection } from './decision.js';
import { settle } from './settle.js';
import { staleRevision } from './stale-revision.js';

/** What the command is about, with the version of the rule that its deadline keeps. */
interface Found extends DatedDeadline {
  readonly of: UserTaskInstance | TimerInstance;
}

/** What becomes of a deadline, or why nothing does. */
type Changed = { readonly course: DeadlineCourse; readonly record: (deadline: Deadline) => void } | Rejection;

/** Decides what follows when somebody pauses, resumes or extends a deadline: its date is computed anew, its alarms follow. */
export function decideDeadline(work: WorkingCopy, command: DeadlineCommand): Decision {
  const found = find(work, command);
  if ('reason' in found) return reject(found);

  const changed = changeOf(work, found, command);
  if ('reason' in changed) return reject(changed);
  const { rule, of } = found;
  const deadline = computeDeadline(rule, found.deadline.startOn, changed.course);
  if (command.type === 'ExtendDeadline' && deadline.dueOn <= found.deadline.dueOn) {
    return reject({ reason: 'deadline-date-impossible', date: command.dueOn });
  }
  changed.record(deadline);
  if ('state' in of) moveTaskDeadline(work, of, { rule, deadline });
  else moveEvents(work, of.elementInstanceId, deadline);
  return settle(work);
}

function find(work: WorkingCopy, { target, expectedRevision }: DeadlineCommand): Found | Rejection {
  const { userTasks, timers } = work.instance();
  const of = 'userTaskId' in target ? userTasks.get(target.userTaskId) : timers.get(target.timerId);
  // A rung of a task's ladder is no deadline of its own.
  if (of?.deadline === undefined || 'userTaskId' in of) return { reason: 'deadline-not-found' };

  const stale = 'state' in of ? staleRevision(of, expectedRevision) : undefined;
  if (stale !== undefined) return stale;
  const { deadline } = of;
  const rule = ruleOf(work.world.deadlineRegister, deadline);
  return rule === undefined ? { reason: 'deadline-rule-missing', rule: deadline.rule } : { of, rule, deadline };
}

function changeOf(work: WorkingCopy, found: Found, command: DeadlineCommand): Changed {
  if ('reason' in command && command.reason.trim() === '') return { reason: 'deadline-reason-missing' };
  switch (command.type) {
    case 'PauseDeadline':
      return paused(work, found, command);
    case 'ResumeDeadline':
      return resumed(work, found, command);
    case 'ExtendDeadline':
      return extended(work, found, command);
  }
}

function paused(work: WorkingCopy, { of, rule, deadline }: Found, command: PauseDeadline): Changed {
  const { ground, reason, to, at } = command;
  const { from = localDateOf(at) } = command;
  if (rule.pausable?.includes(ground) !== true) return { reason: 'deadline-not-pausable', rule: rule.id, ground };
  const impossible = outside(from, deadline.startOn, at) ?? (to === undefined ? undefined : outside(to, from, at));
  if (impossible !== undefined) return impossible;
  if (from > deadline.legalOn) return { reason: 'deadline-over', overAt: endOfDay(deadline.legalOn) };

  const { pauses = [] } = deadline;
  const number = pauses.length + 1;
  const pause: DeadlinePause = { pause: number, from, ground, reason, ...(to === undefined ? {} : { to }) };
  const record = (after: Deadline): void => work.record({ type: 'DeadlinePaused', pause, ...fact(of, after, command) });
  return { course: { ...deadline, pauses: [...pauses, pause] }, record };
}

function resumed(work: WorkingCopy, { of, deadline }: Found, command: ResumeDeadline): Changed {
  const { on = localDateOf(command.at), pause: wanted, at } = command;
  const { pauses = [] } = deadline;
  const open = pauses.filter(({ pause, to }) => to === undefined && (wanted ?? pause) === pause);
  if (open.length === 0) return { reason: 'deadline-not-paused' };
  const impossible = open.map(({ from }) => outside(on, from, at)).find((one) => one !== undefined);
  if (impossible !== undefined) return impossible;

  const numbers = open.map(({ pause }) => pause);
  const ended = pauses.map((one) => (numbers.includes(one.pause) ? { ...one, to: on } : one));
  const record = (after: Deadline): void =>
    work.record({ type: 'DeadlineResumed', pauses: numbers, on, ...fact(of, after, command) });
  return { course: { ...deadline, pauses: ended }, record };
}

function extended(work: WorkingCopy, { of, rule, deadline }: Found, command: ExtendDeadline): Changed {
  const { dueOn, reason, at } = command;
  const overAt = endOfDay(deadline.legalOn);
  if (rule.extension === undefined) return { reason: 'deadline-not-extendable', rule: rule.id };
  if (openPause(deadline.pauses) !== undefined) return { reason: 'deadline-paused' };
  if (overAt <= at) return { reason: 'deadline-over', overAt };
  const days = isLocalDate(dueOn) ? daysBetween(rawDueOn(rule, deadline.startOn, deadline), dueOn) : 0;
  if (days <= 0) return { reason: 'deadline-date-impossible', date: dueOn };

  const extension = { days, reason };
  const record = (after: Deadline): void =>
    work.record({ type: 'DeadlineExtended', extension, ...fact(of, after, command) });
  return { course: { ...deadline, extensions: [...(deadline.extensions ?? []), extension] }, record };
}

/** The refusal for a date that is none, before the earliest that can be, or not here yet. */
function outside(date: LocalDate, earliest: LocalDate, at: string): Rejection | undefined {
  const isPossible = isLocalDate(date) && earliest <= date && date <= localDateOf(at);
  return isPossible ? undefined : { reason: 'deadline-date-impossible', date };
}

const fact = (of: Found['of'], deadline: Deadline, { actor }: DeadlineCommand) => ({
  node: of.node,
  ...('state' in of ? { userTaskId: of.id } : {}),
  deadline,
  by: actor.id,
});
