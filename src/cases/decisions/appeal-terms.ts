import type { DeadlineRegister } from '../../engine/index.js';
import { computeDeadline, localDateOf, ruleInForce } from '../../engine/index.js';
import type { CaseDecision } from '../../runtime/case-decision-ports.js';
import type { Instant, LocalDate } from '../../shared/time.js';
import { basisInForce, type LegalBases } from './legal-bases.js';

/** What appeal terms are read from. */
export interface AppealRules {
  readonly bases: LegalBases;
  readonly deadlines: DeadlineRegister;
}

/** To whom a decision is appealed, and by when. */
export interface AppealTerms {
  readonly body: string;
  /** The rule of the deadline register that counts. */
  readonly rule: string;
  /** The last day; absent while it does not run: the letter has not reached the person, or the reasons that were asked for. */
  readonly dueOn?: LocalDate;
}

/** How an appeal came: the day counts on which it was handed to the postal operator, or on which it arrived (fvl. § 30, eForvaltningsforskriften § 11). */
export type AppealWay =
  { readonly how: 'post'; readonly postedOn: LocalDate } | { readonly how: 'digitalt' | 'muntlig' };

// forvaltningsloven § 29 third paragraph: whoever asks for reasons within the deadline has a new one from when they come.
const afterReasons = 'D06';

/** The appeal terms of a decision; undefined where nobody said by which law it was made. */
export function appealTerms(
  { bases, deadlines }: AppealRules,
  decision: Pick<CaseDecision, 'legalBasis' | 'decidedAt' | 'reachedOn' | 'reasonsAskedOn' | 'reasonsReachedOn'>,
): AppealTerms | undefined {
  const { legalBasis, decidedAt, reachedOn, reasonsAskedOn, reasonsReachedOn } = decision;
  const basis = legalBasis === undefined ? undefined : basisInForce(bases, legalBasis, localDateOf(decidedAt));
  if (basis === undefined) return undefined;

  const isAnew = reasonsAskedOn !== undefined;
  const id = isAnew ? longerOf(basis.appealRule) : basis.appealRule;
  const startOn = isAnew ? reasonsReachedOn : reachedOn;
  const rule = startOn === undefined ? undefined : ruleInForce(deadlines, id, startOn);
  const terms = { body: basis.appealBody, rule: id };
  return startOn === undefined || rule === undefined
    ? terms
    : { ...terms, dueOn: computeDeadline(rule, startOn).dueOn };
}

// Services have four weeks from when the person knows enough to complain (pbrl. § 7-5): reasons are a part of that.
const longerOf = (rule: string): string => (rule === 'D05' ? rule : afterReasons);

/** Whether an appeal that comes now is in time: a posted one when it was sent, any other one when it has arrived. */
export function isInTime({ dueOn }: AppealTerms, way: AppealWay, now: Instant): boolean {
  const on = way.how === 'post' ? way.postedOn : localDateOf(now);
  return dueOn === undefined || on <= dueOn;
}
