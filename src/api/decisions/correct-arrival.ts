import { mayWriteDown } from '../../cases/access/may-read-decision.js';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import { clockAfter } from '../../cases/decisions/clock-after.js';
import type { ArrivalCorrection } from '../../contract/case-decision.contract.js';
import type { CommandAnswer } from '../../contract/command.contract.js';
import { commandAnswerSchema } from '../../contract/command.contract.js';
import type { Actor } from '../../engine/index.js';
import type { CaseDecision } from '../../runtime/case-decision-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { CaseRow } from '../../runtime/read-ports.js';
import type { ApiPorts } from '../api-ports.js';
import type { AskedCommand } from '../command/asked-command.js';
import { onlyOnce } from '../command/only-once.js';
import { problem } from '../problem/problem.js';
import { rejectionProblem } from '../problem/rejection-problem.js';
import { caseDecisionView } from './case-decision-view.js';
import { decisionsTold } from './decisions-told.js';
import { visibleDecision } from './visible-decision.js';

/**
 * Writes anew when a decision reached the person: on another day, and the time to appeal runs from that; or not at all, because the letter
 * came back, and the case waits for it again. Who did so and why is kept in the case.
 */
export function correctArrival(
  ports: ApiPorts,
  asked: AskedCommand,
  { id, ...correction }: ArrivalCorrection & { readonly id: string },
): Promise<CommandAnswer> {
  const run = async (): Promise<CommandAnswer> => {
    const { decision, found, now } = await correctable(ports, asked, id);
    checkDay(decision, correction, dateInNorway(now));
    const command = await commandFor(ports, { ...asked.who, found, correction });
    return moveClock(ports, asked, { found, command });
  };
  return onlyOnce(ports.receipts, asked, { schema: commandAnswerSchema, run });
}

async function correctable(ports: ApiPorts, { who }: AskedCommand, id: string) {
  const { decision, found } = await visibleDecision(ports, who, id);
  if (!mayWriteDown(who.actor, found)) throw problem('actor-not-allowed');
  const told = await decisionsTold(ports, who, found);
  const { actions } = await caseDecisionView(ports, decision, told);
  const newest = (await ports.caseDecisions.ofCase(who.tenant, found.id)).at(-1);
  if (!actions.correctArrival || newest?.id !== id) throw problem('arrival-not-correctable');
  return { decision, found, now: told.now };
}

function checkDay({ decidedAt }: CaseDecision, { arrivedOn }: ArrivalCorrection, today: string): void {
  if (arrivedOn === undefined || (arrivedOn >= dateInNorway(decidedAt) && arrivedOn <= today)) return;
  const message = 'Dagen må være etter at vedtaket ble fattet, og ikke senere enn i dag.';
  throw problem('invalid-input', { errors: [{ path: 'arrivedOn', message }] });
}

interface Corrected {
  readonly tenant: TenantId;
  readonly actor: Actor;
  readonly found: CaseRow;
  readonly correction: ArrivalCorrection;
}

/** Puts the case back to where it waits for the letter, or right after that with the other day. */
async function commandFor(ports: ApiPorts, { tenant, actor, found, correction }: Corrected) {
  const { arrivedOn, reason } = correction;
  const { id, process: key, version } = found;
  const [definition, snapshot] = await Promise.all([
    ports.definitionSource.load({ tenant, key, version }),
    ports.cases.snapshot(tenant, id),
  ]);
  const task = [...(definition?.nodes.values() ?? [])].find(({ hint }) => hint.register === 'vedtak-mottatt');
  if (definition === undefined || snapshot === undefined || task === undefined)
    throw problem('arrival-not-correctable');

  const clock = clockAfter(definition, task);
  const standing = new Set([...snapshot.tokens.values()].map(({ node }) => node).filter((node) => clock.has(node)));
  const place = 'after' as const;
  const variables = { mottakBevis: 'rettet', mottakGrunn: reason };
  return {
    type: 'ModifyProcessInstance',
    ...{ actor, reason },
    cancel: [...standing].map((node) => ({ node })),
    start:
      arrivedOn === undefined
        ? [{ node: task.id }]
        : [{ node: task.id, place, variables: { ...variables, vedtakMottattOn: arrivedOn } }],
  } as const;
}

async function moveClock(
  ports: ApiPorts,
  { who: { tenant } }: AskedCommand,
  { found: { id }, command }: { readonly found: CaseRow; readonly command: Awaited<ReturnType<typeof commandFor>> },
): Promise<CommandAnswer> {
  const outcome = await ports.commands.handle({ tenant, processInstanceId: id, command });
  if (outcome.ok) return { processInstanceId: id, revision: outcome.instance.revision, userTaskId: null };
  if (outcome.rejection.reason === 'command-repeated') throw problem('idempotency-key-reused');
  throw rejectionProblem(outcome.rejection);
}
