import { legalAtOf, openPause, ruleOf } from '../../engine/index.js';
import type { Deadline, DeadlineRegister, DeadlineRule } from '../../engine/index.js';
import type { Instant, LocalDate } from '../../shared/time.js';
import type { ExplanationWords } from './explanation-texts.js';
import { isOverdue } from './is-overdue.js';
import { ruleInWords } from './rule-in-words.js';
import { lostRule, wordExplanation, type WordedStep } from './word-explanation.js';

/** A deadline with the name of its rule, the law behind it, its two clocks and why it falls on that date. */
export interface ExplainedDeadline extends Deadline {
  readonly name: string;
  readonly law: string;
  /** Absent when the register has no such rule any more. */
  readonly kind?: DeadlineRule['kind'];
  /** Our own clock: whether the date that we work towards is over. A clock that stands still never is. */
  readonly overdue: boolean;
  /** The clock of the law: whether the last day that it allows is over. */
  readonly legallyOverdue: boolean;
  /** Since when the clock stands still; absent while it goes. */
  readonly pausedSince?: LocalDate;
  /** What its clock may be stopped for. */
  readonly pausable: NonNullable<DeadlineRule['pausable']>;
  /** By which rule it may be made longer; absent: it may not. */
  readonly extension?: string;
  /** “Hvorfor denne datoen”, step by step. */
  readonly steps: readonly WordedStep[];
}

/** What a deadline is explained by. */
export interface DeadlineKnowledge {
  readonly deadlines: DeadlineRegister;
  readonly now: Instant;
  /** In which language. */
  readonly why: ExplanationWords;
}

/** Explains a stored deadline by the version of the rule that it keeps; `now` decides whether it is over. */
export function explainedDeadline(deadline: Deadline, { deadlines, now, why }: DeadlineKnowledge): ExplainedDeadline {
  const rule = ruleOf(deadlines, deadline);
  const pause = openPause(deadline.pauses);
  const clocks = {
    overdue: isOverdue(deadline, now),
    legallyOverdue: pause === undefined && legalAtOf(deadline) <= now,
    ...(pause === undefined ? {} : { pausedSince: pause.from }),
  };
  if (rule !== undefined) {
    const { name, law, kind, pausable = [], extension } = ruleInWords(rule, why.texts);
    const may = extension === undefined ? { pausable } : { pausable, extension };
    return { ...deadline, ...clocks, ...may, name, law, kind, steps: wordExplanation(rule, deadline, why) };
  }
  const steps = [lostRule(deadline.rule, why)];
  return { ...deadline, ...clocks, name: deadline.rule, law: '', pausable: [], steps };
}
