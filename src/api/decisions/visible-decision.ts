import { mayReadDecision } from '../../cases/access/may-read-decision.js';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import type { CaseDecision } from '../../runtime/case-decision-ports.js';
import { isCurrent } from '../../runtime/person-ports.js';
import type { CaseWithRelations } from '../../runtime/read-ports.js';
import { idOf } from '../../shared/id.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';

/** Which case is asked for, and what of it. */
export interface WantedOfCase {
  readonly id: string;
  readonly data: 'decision' | 'health';
}

/** The case, if `who` may read its decisions, or what was mapped in it; otherwise the same 404 as for one that does not exist. */
export async function caseOfDecisions(
  ports: ApiPorts,
  who: RequestActor,
  { id, data }: WantedOfCase,
): Promise<CaseWithRelations> {
  const found = await ports.cases.find(who.tenant, idOf<'ProcessInstance'>(id));
  if (found === undefined) throw problem('not-found');
  const isOwn = found.subject === who.actor.id;
  const isShared = found.subject !== undefined && (await actsFor(ports, who, found.subject));
  if (!mayReadDecision(who.actor, data, { ...found, isOwn, isShared })) throw problem('not-found');
  return found;
}

/** The decision, if `who` may read those of its case. */
export async function visibleDecision(ports: ApiPorts, who: RequestActor, id: string): Promise<CaseDecision> {
  const decision = await ports.caseDecisions.find(who.tenant, id);
  if (decision === undefined) throw problem('not-found');
  await caseOfDecisions(ports, who, { id: decision.processInstanceId, data: 'decision' });
  return decision;
}

/** Whether `who` acts for the person now. */
export async function actsFor(
  { persons, clock }: Pick<ApiPorts, 'persons' | 'clock'>,
  { tenant, actor }: RequestActor,
  subject: RequestActor['actor']['id'],
): Promise<boolean> {
  const [person, now] = await Promise.all([persons.person(tenant, subject), clock.now(tenant)]);
  const mandates = (person?.representatives ?? []).filter(({ kind }) => kind === 'fullmektig');
  return mandates.some((one) => one.actor === actor.id && isCurrent(one, dateInNorway(now)));
}
