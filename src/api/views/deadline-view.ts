import { explainedDeadline } from '../../cases/deadlines/explained-deadline.js';
import type { WordedStep } from '../../cases/deadlines/word-explanation.js';
import type { DeadlineView } from '../../contract/deadline.contract.js';
import type { Deadline, DeadlinePause } from '../../engine/index.js';
import type { ViewContext } from './view-context.js';

/** A deadline as people see it, with why it falls on that date. */
export function deadlineView(deadline: Deadline | undefined, context: ViewContext): DeadlineView | null {
  if (deadline === undefined) return null;

  const explained = explainedDeadline(deadline, context);
  const { rule, name, law, startOn, dueOn, legalOn, dueAt, overdue, legallyOverdue, steps } = explained;
  return {
    rule,
    ruleFrom: explained.ruleFrom ?? null,
    name,
    law,
    kind: explained.kind ?? null,
    startOn,
    dueOn,
    legalOn,
    dueAt,
    overdue,
    legallyOverdue,
    pausedSince: explained.pausedSince ?? null,
    pauses: (explained.pauses ?? []).map(pauseView),
    extensions: (explained.extensions ?? []).map(({ days, reason }) => ({ days, reason })),
    pausable: [...explained.pausable],
    extension: explained.extension ?? null,
    language: context.why.language,
    why: steps.map(({ text }) => text),
    steps: steps.map(stepView),
  };
}

const pauseView = ({ pause, from, to, ground, reason }: DeadlinePause): DeadlineView['pauses'][number] => ({
  pause,
  from,
  to: to ?? null,
  ground,
  reason,
});

const stepView = ({ key, text, on, law, reason, days }: WordedStep): DeadlineView['steps'][number] => ({
  key,
  text,
  on: on ?? null,
  law: law ?? null,
  reason: reason ?? null,
  days: days ?? null,
});
