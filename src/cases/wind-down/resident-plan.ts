import type { UserTaskRow } from '../../runtime/read-ports.js';
import type { Id } from '../../shared/id.js';
import type { Instant, LocalDate } from '../../shared/time.js';
import { isOverdue } from '../deadlines/is-overdue.js';

/** How far a resident's plan has come, in the order of the way; `ferdig`: has moved or chosen. */
export const planSteps = ['samtale', 'plan', 'valg', 'ny-bolig', 'flytting', 'ferdig'] as const;

/** One of them. */
export type PlanStep = (typeof planSteps)[number];

// The user tasks of the process `avvikling-beboer`; while none is open, a case of its own looks for a home.
const stepOfNode: Readonly<Record<string, PlanStep>> = {
  'hold-fremtidssamtale': 'samtale',
  'lag-boligplan': 'plan',
  'velg-vei': 'valg',
  'hjelp-med-valget': 'valg',
  'folg-opp-flyttingen': 'flytting',
};

/** The case of one resident, and the open tasks in it and in the cases that it has called. */
export interface PlanSource {
  readonly subject: Id<'Actor'> | undefined;
  readonly isCompleted: boolean;
  readonly own: readonly UserTaskRow[];
  readonly called: readonly UserTaskRow[];
}

/** Who does what next in a plan; a person, or the groups of whom one will take it. */
export interface PlanBall {
  readonly isResident: boolean;
  readonly assignee: Id<'Actor'> | undefined;
  readonly groups: readonly string[];
  readonly what: string;
}

/** One resident's plan: how far it has come, who has the ball, and the next date. */
export interface ResidentPlan {
  readonly step: PlanStep;
  readonly ball: PlanBall | undefined;
  readonly nextOn: LocalDate | undefined;
  readonly isLate: boolean;
}

/** The plan as its case stands at `now`; of several open tasks the one that is due first counts. */
export function residentPlan({ subject, isCompleted, own, called }: PlanSource, now: Instant): ResidentPlan {
  if (isCompleted) return { step: 'ferdig', ball: undefined, nextOn: undefined, isLate: false };

  const [first] = (own.length > 0 ? own : called).toSorted(byDueDate);
  const deadline = first?.deadline;
  return {
    step: stepOfNode[own[0]?.node ?? ''] ?? 'ny-bolig',
    ball: first === undefined ? undefined : ballOf(first, subject),
    nextOn: deadline?.dueOn,
    isLate: deadline !== undefined && isOverdue(deadline, now),
  };
}

const ballOf = ({ name, assignee, candidateGroups }: UserTaskRow, subject: PlanSource['subject']): PlanBall => ({
  ...{ isResident: assignee !== undefined && assignee === subject, assignee },
  ...{ groups: candidateGroups, what: name },
});

const latest = '9999-12-31';

const byDueDate = (one: UserTaskRow, other: UserTaskRow): number =>
  (one.deadline?.dueOn ?? latest).localeCompare(other.deadline?.dueOn ?? latest);
