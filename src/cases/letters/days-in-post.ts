import { computeDeadline, ruleInForce, type DeadlineRegister } from '../../engine/index.js';
import type { LocalDate } from '../../shared/time.js';

/** The day from which a letter that is posted on `sentOn` counts as having come (rule D04P), by the rule in force on that day. */
export const postArrivesOn = (deadlines: DeadlineRegister, sentOn: LocalDate): LocalDate =>
  dueOn(deadlines, 'D04P', sentOn);

/** The last day on which a letter on paper that was written on `writtenOn` should be laid in the post (rule L-POST). */
export const postByOn = (deadlines: DeadlineRegister, writtenOn: LocalDate): LocalDate =>
  dueOn(deadlines, 'L-POST', writtenOn);

function dueOn(deadlines: DeadlineRegister, id: string, on: LocalDate): LocalDate {
  const rule = ruleInForce(deadlines, id, on);
  if (rule === undefined) throw new Error(`Expected a rule '${id}' in force on ${on}, but there is none`);
  return computeDeadline(rule, on).dueOn;
}
