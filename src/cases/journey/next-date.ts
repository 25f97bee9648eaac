import { localDateOf, norwegianDate } from '../../engine/index.js';
import type { Deadline, DeadlineRegister } from '../../engine/index.js';
import type { TimerRow, UserTaskRow } from '../../runtime/read-ports.js';
import type { Id } from '../../shared/id.js';
import type { Instant, LocalDate } from '../../shared/time.js';
import { explainedDeadline } from '../deadlines/explained-deadline.js';
import { isOverdue } from '../deadlines/is-overdue.js';

/** The next date that matters, and why it is that date. */
export interface NextDate {
  readonly on: LocalDate;
  readonly what: string;
  readonly why: readonly string[];
}

/** What dates are explained by. */
export interface Calendar {
  readonly now: Instant;
  readonly deadlines: DeadlineRegister;
}

/** The earliest of the open tasks' deadlines and of what the case itself waits for; dates that have passed do not count. */
export function nextDate(
  open: readonly UserTaskRow[],
  timers: readonly TimerRow[],
  calendar: Calendar,
): NextDate | null {
  const today = localDateOf(calendar.now);
  const tasks = open.flatMap(({ name, deadline }) =>
    deadline === undefined ? [] : [ofDeadline(name, deadline, calendar)],
  );
  const waits = timers.filter(({ state, purpose }) => state === 'scheduled' && purpose === 'event');
  const dates = [...tasks, ...waits.map((timer) => ofTimer(timer, calendar))].filter(({ on }) => on >= today);
  return dates.toSorted((one, other) => one.on.localeCompare(other.on))[0] ?? null;
}

/** A date that has passed with the work undone, and whose work it is. */
export interface MissedDate {
  readonly on: LocalDate;
  readonly what: string;
  readonly yours: boolean;
}

/** The oldest deadline of an open task that has passed; the person it is about is told, not only the leader. */
export function missedDate(
  open: readonly UserTaskRow[],
  applicant: Id<'Actor'> | undefined,
  now: Instant,
): MissedDate | null {
  const missed = open.flatMap(({ name, deadline, assignee }) =>
    deadline === undefined || !isOverdue(deadline, now)
      ? []
      : [{ on: deadline.dueOn, what: name, yours: assignee !== undefined && assignee === applicant }],
  );
  return missed.toSorted((one, other) => one.on.localeCompare(other.on))[0] ?? null;
}

function ofDeadline(what: string, deadline: Deadline, { deadlines, now }: Calendar): NextDate {
  return { on: deadline.dueOn, what, why: explainedDeadline(deadline, deadlines, now).steps.map(({ text }) => text) };
}

function ofTimer({ deadline, dueAt }: TimerRow, calendar: Calendar): NextDate {
  const on = localDateOf(dueAt);
  if (deadline === undefined)
    return { on, what: 'Vi ser på saken igjen', why: [`Saken venter til ${norwegianDate(on)}.`] };

  const { name, steps } = explainedDeadline(deadline, calendar.deadlines, calendar.now);
  return { on, what: name, why: steps.map(({ text }) => text) };
}
