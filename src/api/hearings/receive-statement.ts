import { createHash } from 'node:crypto';
import { mayHandleStatements } from '../../cases/hearings/may-handle-statements.js';
import { openHearing, wasOpenOn } from '../../cases/hearings/open-hearing.js';
import { hearingAnswer, lateStatement } from '../../cases/projects/project-facts.js';
import type { GiveStatementInput, StatementAnswer } from '../../contract/hearing.contract.js';
import { instantOf, localDateOf } from '../../engine/index.js';
import type { KeptStatement, ReceivedStatement } from '../../runtime/hearing-statement.js';
import type { RegisterStep } from '../../runtime/homes/register-step.js';
import type { TenantId } from '../../runtime/ports.js';
import type { CaseRow } from '../../runtime/read-ports.js';
import type { Id } from '../../shared/id.js';
import type { Instant, LocalDate } from '../../shared/time.js';
import type { ApiPorts } from '../api-ports.js';
import type { AskedCommand } from '../command/asked-command.js';
import { giveCommand } from '../command/give-command.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { heardProject, placeFinder } from './statement-places.js';

/**
 * Keeps a statement word by word: published at once, or held where it can tell of somebody. It must have come while the hearing was open;
 * when it is written down does not matter. Where the others are answered by then, the case gets a task about it.
 */
export async function receiveStatement(
  ports: ApiPorts,
  asked: AskedCommand,
  { id, input }: { readonly id: string; readonly input: GiveStatementInput },
): Promise<StatementAnswer> {
  const { who, receipt } = asked;
  const { tenant, actor } = who;
  const project = await heardProject(ports, tenant, id);
  const sender = senderOf(who, input);
  const cameEarlier = await timeOfReceipt(ports, { tenant, project, receivedOn: input.receivedOn });

  // The same request once more finds the statement of the first one.
  const statementId = createHash('sha256')
    .update(JSON.stringify([tenant, actor.id, receipt]))
    .digest('hex')
    .slice(0, 32);
  const placesIn = await placeFinder(ports, { tenant, project });
  const kept = await keep(ports, asked, {
    ...{ id: statementId, project: project.id, ...sender, registeredBy: actor.id, original: input.text },
    state: placesIn(input.text).length === 0 ? 'published' : 'held',
    ...cameEarlier,
  });
  return { id: kept.id, state: kept.state };
}

/**
 * Keeps it in one transaction with what follows from it: with the message by which the case gets a task, where the others are answered; else
 * while the case stands where it was seen, so that whoever answers the statements from now on has seen it.
 */
async function keep(ports: ApiPorts, asked: AskedCommand, statement: ReceivedStatement): Promise<KeptStatement> {
  const { tenant } = asked.who;
  for (;;) {
    const { id, revision } = await heardProject(ports, tenant, statement.project);
    const first = await ports.hearings.kept(tenant, id, statement.id);
    if (first !== undefined) return first;

    const subscriptionId = await awaitedIfAnswered(ports, tenant, id);
    const kept =
      subscriptionId === undefined
        ? await ports.hearings.receive(tenant, statement, revision)
        : await keepWithTask(ports, asked, { statement, subscriptionId });
    // Somebody went on with the case meanwhile: it is asked again where it stands.
    if (kept !== undefined) return kept;
  }
}

/** The subscription by which the case gets a task of one more statement; undefined where the others are not answered. */
async function awaitedIfAnswered(
  ports: ApiPorts,
  tenant: TenantId,
  project: CaseRow['id'],
): Promise<Id<'Subscription'> | undefined> {
  if (hearingAnswer(await ports.userTasks.ofCases(tenant, [project])) === null) return undefined;
  // A project that has ended, or is older than this part of the diagram, has nobody to tell.
  return ports.caseDecisions.awaited(tenant, project, lateStatement.message);
}

async function keepWithTask(
  ports: ApiPorts,
  asked: AskedCommand,
  { statement, subscriptionId }: { readonly statement: ReceivedStatement; readonly subscriptionId: Id<'Subscription'> },
): Promise<KeptStatement | undefined> {
  const { tenant, actor } = asked.who;
  const { id, project: processInstanceId } = statement;
  const command = { type: 'CorrelateMessage', subscriptionId, variables: {}, actor } as const;
  const registers: RegisterStep = {
    decide: () => ({ ok: true, changes: [{ change: 'uttalelse', statement }], gives: {} }),
  };
  const receipt = { ...asked.receipt, key: `uttalelse-${id}` };
  await giveCommand(ports, { ...asked, receipt }, { processInstanceId, command, registers });
  return ports.hearings.kept(tenant, processInstanceId, id);
}

// Whoever holds the hearing writes down for others; everybody else speaks for themselves, in writing, now.
function senderOf({ actor, name }: RequestActor, input: GiveStatementInput) {
  const { channel, senderKind, senderName, receivedOn } = input;
  if (mayHandleStatements(actor)) return { channel, senderKind, ...(senderName === undefined ? {} : { senderName }) };
  if (channel !== 'written' || senderName !== undefined || receivedOn !== undefined) throw problem('actor-not-allowed');
  return { channel, senderKind, ...(name === '' ? {} : { senderName: name }) };
}

interface Receipt {
  readonly tenant: TenantId;
  readonly project: CaseRow;
  readonly receivedOn: LocalDate | undefined;
}

async function timeOfReceipt(
  ports: ApiPorts,
  { tenant, project, receivedOn }: Receipt,
): Promise<{ readonly receivedAt?: Instant }> {
  const [timers, now] = await Promise.all([ports.timers.ofCase(tenant, project.id), ports.clock.now(tenant)]);
  if (receivedOn === undefined || receivedOn === localDateOf(now)) {
    if (openHearing(timers, now) === undefined) throw problem('hearing-not-open');
    return {};
  }
  const tasks = await ports.userTasks.ofCases(tenant, [project.id]);
  if (receivedOn > localDateOf(now) || !wasOpenOn(timers, tasks, receivedOn)) throw problem('received-outside-hearing');
  return { receivedAt: instantOf(receivedOn, '12:00') };
}
