import { explainDeadline, ruleInForce } from '../../engine/index.js';
import type { Deadline, DeadlineRegister } from '../../engine/index.js';
import type { Instant } from '../../shared/time.js';

/** A deadline with the name of its rule, the law behind it and why it falls on that date. */
export interface ExplainedDeadline extends Deadline {
  readonly name: string;
  readonly law: string;
  readonly overdue: boolean;
  /** “Hvorfor denne datoen”, one sentence a step. */
  readonly why: readonly string[];
}

/** Explains a stored deadline by the rule that was in force on its start day; `now` decides whether it is over. */
export function explainedDeadline(deadline: Deadline, register: DeadlineRegister, now: Instant): ExplainedDeadline {
  const rule = ruleInForce(register, deadline.rule, deadline.startOn);
  const overdue = deadline.dueAt <= now;
  if (rule === undefined) {
    const why = [`Regel ${deadline.rule} finnes ikke i fristregisteret lenger. Datoen er den som ble regnet ut da.`];
    return { ...deadline, name: deadline.rule, law: '', overdue, why };
  }
  return { ...deadline, name: rule.name, law: rule.law, overdue, why: explainDeadline(rule, deadline) };
}
