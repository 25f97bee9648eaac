import type { DeadlineRule } from '../../calendar/deadline-rule.js';
import { computeDeadline, ruleInForce } from '../../calendar/deadline.js';
import { localDateOf } from '../../calendar/oslo-time.js';
import { parseTimerDate } from '../../calendar/timer.js';
import type { Instant } from '../../../shared/time.js';
import type { DeadlineUse } from '../../definition/activity-parts.js';
import { evaluateExpression, expressionProblem, type Evaluated } from '../flow/evaluate-mappings.js';
import type { Deadline } from '../../calendar/deadline-dates.js';
import type { WorkingCopy } from '../flow/working-copy.js';
import type { Sight } from '../../expression/sight.js';

/** A deadline as it stands on the day work begins, and the rule that gave it. */
export interface DatedDeadline {
  readonly rule: DeadlineRule;
  readonly deadline: Deadline;
}

/** Computes the dates of a deadline with the version of its rule that is in force on the day it runs from. */
export function deadlineOf(work: WorkingCopy, use: DeadlineUse, sight: Sight): Evaluated<DatedDeadline> {
  const start = startOf(work, use, sight);
  if (!start.ok) return start;

  const startOn = localDateOf(start.value);
  const rule = ruleInForce(work.world.deadlineRegister, use.rule, startOn);
  if (rule === undefined) {
    const message = `Expected rule '${use.rule}' in the deadline register on ${startOn}, but there is none`;
    return { ok: false, problem: { code: 'UNKNOWN_RULE', message } };
  }
  const course = 'hours' in rule.length ? { startAt: start.value } : {};
  return { ok: true, value: { rule, deadline: computeDeadline(rule, startOn, course) } };
}

function startOf(work: WorkingCopy, use: DeadlineUse, sight: Sight): Evaluated<Instant> {
  if (use.from === undefined) return { ok: true, value: work.command.at };

  const from = evaluateExpression(use.from, sight);
  if (!from.ok) return from;
  const instant = typeof from.value === 'string' ? parseTimerDate(from.value) : undefined;
  return instant === undefined
    ? expressionProblem(`Expected '${use.from}' to be a date or an instant, but got ${JSON.stringify(from.value)}`)
    : { ok: true, value: instant };
}
