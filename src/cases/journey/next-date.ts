import { localDateOf } from '../../engine/index.js';
import type { Deadline } from '../../engine/index.js';
import type { NoticeLanguage } from '../../runtime/notice-ports.js';
import type { TimerRow, UserTaskRow } from '../../runtime/read-ports.js';
import type { Id } from '../../shared/id.js';
import type { Instant, LocalDate } from '../../shared/time.js';
import { explainedDeadline, type DeadlineKnowledge } from '../deadlines/explained-deadline.js';
import { isOverdue } from '../deadlines/is-overdue.js';
import { fillTemplate } from '../fill-template.js';

/** The next date that matters, and why it is that date. */
export interface NextDate {
  readonly on: LocalDate;
  readonly what: string;
  readonly why: readonly string[];
  /** In which language `why` is. */
  readonly language: NoticeLanguage;
}

/** The earliest of the open tasks' deadlines and of what the case itself waits for; dates that have passed do not count. */
export function nextDate(
  open: readonly UserTaskRow[],
  timers: readonly TimerRow[],
  calendar: DeadlineKnowledge,
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

const ofDeadline = (what: string, deadline: Deadline, calendar: DeadlineKnowledge): NextDate => ({
  ...{ on: deadline.dueOn, what, language: calendar.why.language },
  why: explainedDeadline(deadline, calendar).steps.map(({ text }) => text),
});

function ofTimer({ deadline, dueAt }: TimerRow, calendar: DeadlineKnowledge): NextDate {
  const on = localDateOf(dueAt);
  const { texts, language } = calendar.why;
  if (deadline === undefined) {
    const waits = fillTemplate(texts.steg.wait, { dato: on }, language);
    return { on, what: 'Vi ser på saken igjen', language, why: [waits] };
  }
  const { name, steps } = explainedDeadline(deadline, calendar);
  return { on, what: name, language, why: steps.map(({ text }) => text) };
}
