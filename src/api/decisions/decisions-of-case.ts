import { basisInForce } from '../../cases/decisions/legal-bases.js';
import { missingBases } from '../../cases/decisions/missing-bases.js';
import { awaitsSecond } from '../../cases/decisions/second-signature.js';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import type { CaseDecisionList } from '../../contract/case-decision.contract.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';
import { caseDecisionView } from './case-decision-view.js';
import { decisionsTold } from './decisions-told.js';
import { caseOfDecisions, isOpen } from './visible-decision.js';

/** The decisions of a case that are there for `who`, and which claims no decision answers yet. */
export async function decisionsOfCase(ports: ApiPorts, who: RequestActor, id: string): Promise<CaseDecisionList> {
  const { tenant } = who;
  const found = await caseOfDecisions(ports, who, { id, data: 'decision' });
  const { caseDecisions } = ports;
  const [own, under, records, now, told] = await Promise.all([
    caseDecisions.ofCase(tenant, found.id),
    caseDecisions.underCase(tenant, found.id),
    caseDecisions.recordsOf(tenant, found.id),
    ports.clock.now(tenant),
    decisionsTold(ports, who, found),
  ]);
  const open = [...own, ...under].filter((decision) => isOpen(ports, found, decision));
  const signed = open.filter((decision) => !awaitsSecond(ports.legalBases, decision));
  return {
    items: await Promise.all(
      own.filter((decision) => open.includes(decision)).map((one) => caseDecisionView(ports, one, told)),
    ),
    missing: missingBases({ records, decisions: signed }).flatMap((basis) => {
      const { name, law } = basisInForce(ports.legalBases, basis, dateInNorway(now)) ?? {};
      return name === undefined || law === undefined ? [] : [{ id: basis, name, law }];
    }),
  };
}
