import { computeDeadline, ruleInForce, type DeadlineRegister } from '../../engine/index.js';
import type { LocalDate } from '../../shared/time.js';

const byPost = 'D04P';

/** The day from which a letter that is posted on `sentOn` counts as having come, by the rule in force on that day. */
export function postArrivesOn(deadlines: DeadlineRegister, sentOn: LocalDate): LocalDate {
  const rule = ruleInForce(deadlines, byPost, sentOn);
  if (rule === undefined) throw new Error(`Expected a rule '${byPost}' in force on ${sentOn}, but there is none`);
  return computeDeadline(rule, sentOn).dueOn;
}
