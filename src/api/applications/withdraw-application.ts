import { mayBringAppeal } from '../../cases/access/may-read-decision.js';
import { readerOf } from '../../cases/access/reader-of.js';
import { canBeWithdrawn } from '../../cases/decisions/can-be-withdrawn.js';
import { awaitsSecond } from '../../cases/decisions/second-signature.js';
import type { CommandAnswer } from '../../contract/command.contract.js';
import type { TenantId } from '../../runtime/ports.js';
import type { CaseRow } from '../../runtime/read-ports.js';
import { idOf, type Id } from '../../shared/id.js';
import type { ApiPorts } from '../api-ports.js';
import type { AskedCommand } from '../command/asked-command.js';
import { giveCommand } from '../command/give-command.js';
import { caseOfDecisions, tieTo } from '../decisions/visible-decision.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';

/**
 * Withdraws an application: the case hears it as message `soknad-trukket` and does the rest itself. For the person, who acts for them, and
 * staff who write down what they were told. 409 once the lease is written, after a refusal, and while an appeal is under way.
 */
export async function withdrawApplication(ports: ApiPorts, asked: AskedCommand, id: string): Promise<CommandAnswer> {
  const { tenant, actor } = asked.who;
  const found = await caseOfDecisions(ports, asked.who, { id, data: 'decision' });
  if (!mayBringAppeal(actor, found)) throw problem('actor-not-allowed');

  const subscriptionId = await waitsForWithdrawal(ports, tenant, found.id);
  // A repetition finds a case that has ended, and gets the first answer.
  if (subscriptionId !== undefined && !(await standsOpen(ports, tenant, found)))
    throw problem('application-not-withdrawable');
  const command = { type: 'CorrelateMessage', variables: {}, actor } as const;
  return giveCommand(ports, asked, {
    processInstanceId: found.id,
    command: { ...command, subscriptionId: subscriptionId ?? idOf<'Subscription'>('ingen') },
    // What was looked at is what is withdrawn: a lease may be written at the same moment.
    ...(subscriptionId === undefined ? {} : { expectedRevision: found.revision }),
  });
}

/** Whether `who` can withdraw an application now. */
export async function mayWithdrawNow(ports: ApiPorts, who: RequestActor, found: CaseRow): Promise<boolean> {
  if (!mayBringAppeal(who.actor, { ...found, ...(await tieTo(ports, who, found)) })) return false;
  const subscriptionId = await waitsForWithdrawal(ports, who.tenant, found.id);
  return subscriptionId !== undefined && standsOpen(ports, who.tenant, found);
}

const waitsForWithdrawal = ({ caseDecisions }: ApiPorts, tenant: TenantId, id: Id<'ProcessInstance'>) =>
  caseDecisions.awaited(tenant, id, 'soknad-trukket');

async function standsOpen(ports: ApiPorts, tenant: TenantId, { id, stage, subject }: CaseRow): Promise<boolean> {
  if (subject === undefined) return false;
  const person = readerOf({ tenant, actor: { id: subject, groups: [] } });
  const [appeals, decisions] = await Promise.all([
    ports.cases.list(person, { process: 'klage', parentId: id }),
    ports.caseDecisions.ofCase(tenant, id),
  ]);
  return canBeWithdrawn({
    ...(stage === undefined ? {} : { stage }),
    decisions: decisions.filter((decision) => !awaitsSecond(ports.legalBases, decision)),
    hasOpenAppeal: appeals.some(({ endedAt }) => endedAt === undefined),
  });
}
