import { addDuration, localDateOf, ruleInForce, type DeadlineRegister } from '../../engine/index.js';
import type { Instant } from '../../shared/time.js';

const rule = 'D04B';

/**
 * When somebody must be told once more of a decision that was sent digitally at an instant and that they have not opened: a whole week later, to the
 * minute. Undefined where no rule is in force.
 */
export function noticeAgainAt(deadlines: DeadlineRegister, sentAt: Instant): Instant | undefined {
  const length = ruleInForce(deadlines, rule, localDateOf(sentAt))?.length;
  return length !== undefined && 'period' in length ? addDuration(sentAt, length.period) : undefined;
}
