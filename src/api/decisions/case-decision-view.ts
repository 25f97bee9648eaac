import { appealTerms } from '../../cases/decisions/appeal-terms.js';
import { basisInForce } from '../../cases/decisions/legal-bases.js';
import { awaitsSecond } from '../../cases/decisions/second-signature.js';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import type { CaseDecisionView } from '../../contract/case-decision.contract.js';
import type { CaseDecision } from '../../runtime/case-decision-ports.js';
import type { ApiPorts } from '../api-ports.js';

/** A decision with the law it was made by, and how it is appealed. */
export function caseDecisionView(
  { legalBases, deadlines }: Pick<ApiPorts, 'legalBases' | 'deadlines'>,
  decision: CaseDecision,
): CaseDecisionView {
  const { id, processInstanceId, kind, content, decidedAt } = decision;
  const terms = appealTerms({ bases: legalBases, deadlines }, decision);
  const basis =
    decision.legalBasis === undefined
      ? undefined
      : basisInForce(legalBases, decision.legalBasis, dateInNorway(decidedAt));
  return {
    ...{ id, processInstanceId, kind, content, decidedAt },
    legalBasis: basis === undefined ? null : { id: basis.id, name: basis.name, law: basis.law },
    outcome: decision.outcome ?? null,
    reasons: decision.reasons ?? null,
    reachedOn: decision.reachedOn ?? null,
    validTo: decision.validTo ?? null,
    quashedAt: decision.quashedAt ?? null,
    awaitsSecond: awaitsSecond(legalBases, decision),
    appeal: terms === undefined ? null : { ...terms, dueOn: terms.dueOn ?? null },
  };
}
