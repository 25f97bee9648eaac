import { relationToDecision } from '../../cases/access/may-read-decision.js';
import { mayUse } from '../../cases/access/may.js';
import { awaitsSecond } from '../../cases/decisions/second-signature.js';
import type { CaseDecision } from '../../runtime/case-decision-ports.js';
import type { ShownPart } from '../../runtime/read-log-ports.js';
import type { CaseRow, CaseWithRelations } from '../../runtime/read-ports.js';
import { idOf } from '../../shared/id.js';
import { actsFor } from '../access/acts-for.js';
import { caseShownBy } from '../access/shown.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';

/** Which case is asked for, and what of it. */
export interface WantedOfCase {
  readonly id: string;
  readonly data: 'decision' | 'health';
  /** What is written down as shown, where it is something else that has the same rule. */
  readonly part?: ShownPart;
}

/**
 * The case, if `who` may read its decisions, or what was mapped in it; that they are shown to somebody else is written down first. Otherwise
 * the same 404 as for one that does not exist.
 */
export async function caseOfDecisions(
  ports: ApiPorts,
  who: RequestActor,
  { id, data, part = data === 'health' ? 'record' : 'decision' }: WantedOfCase,
): Promise<OpenCase> {
  const known = await ports.cases.find(who.tenant, idOf<'ProcessInstance'>(id));
  if (known === undefined) throw problem('not-found');
  const { isOwn, isShared } = await tieTo(ports, who, known);
  const wayTo = (found: CaseWithRelations) => relationToDecision(who.actor, data, { ...found, isOwn, isShared });
  const found = await caseShownBy(ports, who, { id: known.id, part, wayTo });
  return { ...found, isOwn, isShared };
}

/** A case whose decisions are open to somebody, and how they stand to it. */
export interface OpenCase extends CaseWithRelations {
  readonly isOwn: boolean;
  readonly isShared: boolean;
}

/** Whether `who` may ask for the decisions of a case they see; nothing is shown by asking this. */
export async function opensDecisions(ports: ApiPorts, who: RequestActor, found: CaseWithRelations): Promise<boolean> {
  return opensPart(who, 'decision', { ...found, ...(await tieTo(ports, who, found)) });
}

/** The same for one of its two parts, where it is known how `who` stands to the person. */
export const opensPart = ({ actor }: RequestActor, data: WantedOfCase['data'], found: OpenCase): boolean =>
  found.family === 'applicant' && mayUse(actor, 'read', data) && relationToDecision(actor, data, found) !== undefined;

/** Whether a case is about `who`, or about somebody for whom they act now. */
export async function tieTo(
  ports: ApiPorts,
  who: RequestActor,
  { subject }: Pick<CaseRow, 'subject'>,
): Promise<Pick<OpenCase, 'isOwn' | 'isShared'>> {
  const isOwn = subject === who.actor.id;
  return { isOwn, isShared: subject !== undefined && !isOwn && (await actsFor(ports, who, subject)) };
}

/** The decision and its case, if `who` may read those of the case. */
export async function visibleDecision(
  ports: ApiPorts,
  who: RequestActor,
  id: string,
): Promise<{ readonly decision: CaseDecision; readonly found: OpenCase }> {
  const decision = await ports.caseDecisions.find(who.tenant, id);
  if (decision === undefined) throw problem('not-found');
  const found = await caseOfDecisions(ports, who, { id: decision.processInstanceId, data: 'decision' });
  if (!isOpen(ports, found, decision)) throw problem('not-found');
  return { decision, found };
}

/** Whether a decision is there for somebody who may read those of its case: a proposal is for staff only. */
export const isOpen = (
  { legalBases }: Pick<ApiPorts, 'legalBases'>,
  { isOwn, isShared }: OpenCase,
  decision: CaseDecision,
): boolean => !((isOwn || isShared) && awaitsSecond(legalBases, decision));
