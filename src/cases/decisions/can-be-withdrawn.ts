import type { CaseDecision } from '../../runtime/case-decision-ports.js';

/** An application, as far as it matters for whether it can be withdrawn. */
export interface WithdrawnWhere {
  /** The stage of the applicant's journey that it is in, 1 to 9; absent before the first. */
  readonly stage?: number;
  /** Its decisions that are told to the applicant, oldest first. */
  readonly decisions: readonly Pick<CaseDecision, 'outcome' | 'quashedAt'>[];
  /** Whether the case itself is in the middle of an appeal. */
  readonly hasOpenAppeal: boolean;
}

/** The stage in which the lease is written. */
const lease = 8;

/**
 * Whether an application can be withdrawn where it stands: until the lease is written. What was refused is decided and can be appealed
 * (forvaltningsloven § 28), and an appeal is never lost by withdrawing something else.
 */
export function canBeWithdrawn({ stage = 1, decisions, hasOpenAppeal }: WithdrawnWhere): boolean {
  const isRefused = decisions.findLast(({ quashedAt }) => quashedAt === undefined)?.outcome === 'avslag';
  return stage < lease && !isRefused && !hasOpenAppeal;
}
