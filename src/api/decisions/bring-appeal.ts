import { mayBringAppeal, mayWriteDown } from '../../cases/access/may-read-decision.js';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import { appealTerms, isInTime, type AppealWay } from '../../cases/decisions/appeal-terms.js';
import type { CommandAnswer } from '../../contract/command.contract.js';
import type { AppealInput } from '../../contract/case-decision.contract.js';
import type { CaseDecision } from '../../runtime/case-decision-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import { createProcessInstanceId } from '../../runtime/process-instance-id.js';
import type { CaseWithRelations } from '../../runtime/read-ports.js';
import { idOf } from '../../shared/id.js';
import type { JsonObject } from '../../shared/json.js';
import type { Instant } from '../../shared/time.js';
import type { ApiPorts } from '../api-ports.js';
import type { AskedCommand } from '../command/asked-command.js';
import { giveCommand } from '../command/give-command.js';
import { problem } from '../problem/problem.js';
import { visibleDecision } from './visible-decision.js';

/** A decision that somebody may bring an appeal against, and the case it was made in. */
interface Appealed {
  readonly decision: CaseDecision;
  readonly found: CaseWithRelations;
  readonly now: Instant;
  readonly tenant: TenantId;
}

/**
 * Brings an appeal: the case goes on with it where it waits for one, otherwise the appeal is a case of its own. One that comes too late is
 * brought all the same: a person considers it (forvaltningsloven § 31).
 */
export async function bringAppeal(
  ports: ApiPorts,
  asked: AskedCommand,
  { id, ...input }: AppealInput & { readonly id: string },
): Promise<CommandAnswer> {
  const { tenant, actor } = asked.who;
  const appealed = await appealedDecision(ports, asked, id);
  if (input.how !== 'digitalt' && !mayWriteDown(actor, appealed.found)) throw problem('actor-not-allowed');

  const { found, now } = appealed;
  const variables = await appealVariables(ports, appealed, input);
  const subscriptionId = await ports.caseDecisions.awaited(tenant, found.id, 'klage');
  if (subscriptionId !== undefined)
    return giveCommand(ports, asked, {
      processInstanceId: found.id,
      command: { type: 'CorrelateMessage', subscriptionId, variables, actor },
    });

  const processInstanceId = createProcessInstanceId(now);
  const command = { type: 'StartProcessInstance', processInstanceId, actor } as const;
  return giveCommand(ports, asked, {
    processInstanceId,
    definition: { key: 'klage' },
    command: { ...command, variables: { ...variables, sakenVenter: false } },
  });
}

/** Asks for better reasons while the deadline for an appeal runs; it runs anew when they come (forvaltningsloven § 29 third paragraph). */
export async function askForReasons(ports: ApiPorts, asked: AskedCommand, id: string): Promise<CommandAnswer> {
  const { tenant, actor } = asked.who;
  const { decision, found, now } = await appealedDecision(ports, asked, id);
  const waiting = await ports.caseDecisions.awaited(tenant, found.id, 'krav-om-begrunnelse');
  // A request that is repeated finds nothing that waits, and gets the first answer.
  const subscriptionId = waiting ?? idOf<'Subscription'>('ingen');
  const command = { type: 'CorrelateMessage', subscriptionId, variables: {}, actor } as const;
  const answer = await giveCommand(ports, asked, { processInstanceId: found.id, command });
  await ports.caseDecisions.askForReasons(tenant, decision.id, dateInNorway(now));
  return answer;
}

async function appealedDecision(ports: ApiPorts, { who }: AskedCommand, id: string): Promise<Appealed> {
  const { decision, found } = await visibleDecision(ports, who, id);
  if (!mayBringAppeal(who.actor, found)) throw problem('actor-not-allowed');
  return { decision, found, now: await ports.clock.now(who.tenant), tenant: who.tenant };
}

async function appealVariables(
  ports: ApiPorts,
  { decision, found, now, tenant }: Appealed,
  { how, postedOn, text, suspend }: AppealInput,
): Promise<JsonObject> {
  const terms = appealTerms({ bases: ports.legalBases, deadlines: ports.deadlines }, decision);
  const way: AppealWay = how === 'post' && postedOn !== undefined ? { how, postedOn } : { how: 'digitalt' };
  const { subject } = found;
  const name = subject === undefined ? undefined : (await ports.people.person(tenant, subject))?.name;
  return {
    vedtak: decision.id,
    ...(decision.legalBasis === undefined ? {} : { hjemmel: decision.legalBasis }),
    ...(subject === undefined ? {} : { soker: subject }),
    ...(name === undefined ? {} : { sokerNavn: name }),
    klageMottattOn: dateInNorway(now),
    klageTekst: text,
    // Nobody is late while it is not known when the decision came.
    innenFristen: terms === undefined || isInTime(terms, way, now),
    utsattIverksetting: suspend,
    // Who appeals on the page is logged in, and who does it by word of mouth was helped: paper may lack something (forvaltningsloven § 32).
    kommetPaPapir: way.how === 'post',
  };
}
