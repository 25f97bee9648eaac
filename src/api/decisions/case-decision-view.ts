import { appealTerms, isInTime } from '../../cases/decisions/appeal-terms.js';
import { basisInForce } from '../../cases/decisions/legal-bases.js';
import type { LegalBasis } from '../../cases/decisions/legal-bases.js';
import { awaitsSecond } from '../../cases/decisions/second-signature.js';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import { arrivalWays } from '../../contract/case-decision.contract.js';
import type { CaseDecisionView } from '../../contract/case-decision.contract.js';
import type { CaseDecision } from '../../runtime/case-decision-ports.js';
import type { ApiPorts } from '../api-ports.js';
import type { DecisionsTold } from './decisions-told.js';

/** A decision with the law it was made by, how it is appealed, and what has come of it. */
export async function caseDecisionView(
  { legalBases, deadlines }: Pick<ApiPorts, 'legalBases' | 'deadlines'>,
  decision: CaseDecision,
  told: DecisionsTold,
): Promise<CaseDecisionView> {
  const { id, processInstanceId, kind, content, decidedAt } = decision;
  const terms = appealTerms({ bases: legalBases, deadlines }, decision);
  const basis =
    decision.legalBasis === undefined
      ? undefined
      : basisInForce(legalBases, decision.legalBasis, dateInNorway(decidedAt));
  const isProposal = awaitsSecond(legalBases, decision);
  return {
    ...{ id, processInstanceId, kind, content, decidedAt },
    legalBasis: basis === undefined ? null : { id: basis.id, name: basis.name, law: basis.law },
    outcome: decision.outcome ?? null,
    reasons: decision.reasons ?? null,
    reachedOn: decision.reachedOn ?? null,
    reachedHow: arrivalWays.find((way) => way === decision.reachedHow) ?? null,
    reachedBy: await told.reachedBy(decision),
    reachedWhy: decision.reachedWhy ?? null,
    validTo: decision.validTo ?? null,
    quashedAt: decision.quashedAt ?? null,
    awaitsSecond: isProposal,
    appeal:
      terms === undefined
        ? null
        : { ...terms, dueOn: terms.dueOn ?? null, inTime: isInTime(terms, { how: 'digitalt' }, told.now) },
    reasonsAskedOn: decision.reasonsAskedOn ?? null,
    ...toldOf({ decision, basis, isOpen: basis !== undefined && !isProposal }, told),
  };
}

interface Told {
  readonly decision: CaseDecision;
  readonly basis: LegalBasis | undefined;
  /** It is made, by a law that says how it is appealed. */
  readonly isOpen: boolean;
}

function toldOf({ decision, basis, isOpen }: Told, told: DecisionsTold) {
  const { letters, appeals, awaitsReasons, mayBringAppeal, mayWriteDown } = told;
  const templates: readonly (string | undefined)[] = Object.values(basis?.letters ?? {});
  const letter = letters.find(({ template, at }) => templates.includes(template) && at >= decision.decidedAt);
  const own = appeals.filter((appeal) => appeal.decision === decision.id);
  const mayAct = mayBringAppeal && isOpen && decision.quashedAt === undefined;
  return {
    letter: letter === undefined ? null : { id: letter.id, title: letter.title },
    appeals: own.map(({ id, state, startedAt, endedAt = null }) => {
      return { processInstanceId: id, state, startedAt, endedAt };
    }),
    actions: {
      appeal: mayAct && own.every(({ endedAt }) => endedAt !== undefined),
      askForReasons: mayAct && awaitsReasons && decision.reasonsAskedOn === undefined,
      correctArrival: mayWriteDown && isCorrectable(decision) && own.every(({ endedAt }) => endedAt !== undefined),
    },
  };
}

// What the person did themself stands; after reasons were asked for, or the decision was set aside, the day counts no more.
const isCorrectable = ({ reachedOn, reachedHow, reasonsAskedOn, quashedAt }: CaseDecision): boolean =>
  reachedOn !== undefined &&
  reachedHow !== 'lastet-ned' &&
  reachedHow !== 'apnet' &&
  reasonsAskedOn === undefined &&
  quashedAt === undefined;
