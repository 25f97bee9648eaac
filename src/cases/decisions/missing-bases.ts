import type { CaseDecision, CaseRecord } from '../../runtime/case-decision-ports.js';
import type { JsonObject } from '../../shared/json.js';

/** What an application is for, and what it has been answered by. */
export interface AnsweredBases {
  /** The newest mapping says what is claimed. */
  readonly records: readonly CaseRecord[];
  /** Those of the case and of the cases under it. */
  readonly decisions: readonly CaseDecision[];
}

/**
 * The legal bases that an application claims and that no decision answers, in the order of the claim: refusing a municipal home does not
 * answer a claim under boligsosialloven (boligsosialloven § 7). Empty while nobody has mapped what is claimed.
 */
export function missingBases({ records, decisions }: AnsweredBases): readonly string[] {
  const mapping = records.findLast(({ register }) => register === 'kartlegging');
  const answered = new Set(decisions.filter(({ quashedAt }) => quashedAt === undefined).map((one) => one.legalBasis));
  return mapping === undefined ? [] : claimed(mapping.content).filter((basis) => !answered.has(basis));
}

const both = ['kommunal-bolig', 'boligsosialloven'];

function claimed({ rettsgrunnlag }: JsonObject): readonly string[] {
  if (rettsgrunnlag === 'begge') return both;
  return typeof rettsgrunnlag === 'string' ? [rettsgrunnlag] : [];
}
