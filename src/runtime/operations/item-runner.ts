import { unreachable } from '../../shared/unreachable.js';
import type { CommandQuestion } from '../command-question.js';
import type { CommandOutcome, CommandRequest, UnknownDefinition } from '../ports.js';
import type { CaseReader } from '../read-ports.js';
import type { ClaimedItem, ItemRefusal, ItemResult } from './batch-ports.js';
import type { MigrationPlanner } from './migration-planner.js';
import type { CaseOperation, Migration } from './operation.js';
import type { OperationRequest, ReadyMigration } from './operation-command.js';
import { operationRequest } from './operation-command.js';
import type { CaseEraser, DecisionDebt } from './operation-ports.js';

/** What items are carried out with. */
export interface ItemTools {
  readonly handler: { handle(request: CommandRequest): Promise<CommandOutcome> };
  readonly cases: Pick<CaseReader, 'snapshot'>;
  readonly planner: MigrationPlanner;
  readonly question: Pick<CommandQuestion, 'askMigration'>;
  readonly eraser: CaseEraser;
  readonly debt: DecisionDebt;
}

/** Carries out one item, once however often it is called: the receipt of the item says what was done. Rejects only on failures. */
export type ItemRunner = (item: ClaimedItem) => Promise<ItemResult>;

/** Makes the runner of items. */
export function createItemRunner(tools: ItemTools): ItemRunner {
  return (item) => {
    const { operation } = item;
    switch (operation.kind) {
      case 'delete':
        return erase(tools, item, operation.reason);
      case 'retry-incidents':
        return retry(tools, item);
      case 'migrate':
        return operation.dryRun ? tryMigration(tools, item, operation) : operate(tools, item, operation);
      case 'suspend':
      case 'resume':
      case 'cancel':
      case 'modify':
      case 'set-variables':
        return operate(tools, item, operation);
      default:
        return unreachable(operation);
    }
  };
}

const done: ItemResult = { state: 'done' };
const failed = (refusal: ItemRefusal): ItemResult => ({ state: 'failed', refusal });

async function erase({ eraser }: ItemTools, item: ClaimedItem, reason: string): Promise<ItemResult> {
  const { tenant, processInstanceId, actor, batch } = item;
  const outcome = await eraser.erase(tenant, { processInstanceId, actor: actor.id, reason, request: `batch/${batch}` });
  return outcome === 'deleted' ? done : failed({ reason: `erasure-${outcome}` });
}

async function retry({ handler }: ItemTools, item: ClaimedItem): Promise<ItemResult> {
  const { incidentId, actor } = item;
  if (incidentId === undefined) throw new Error(`Expected item ${item.seq} of ${item.batch} to name an incident`);
  return resultOf(await handler.handle(requestOf(item, { command: { type: 'ResolveIncident', incidentId, actor } })));
}

async function operate(tools: ItemTools, item: ClaimedItem, operation: CaseOperation): Promise<ItemResult> {
  const owes = operation.kind === 'cancel' && operation.withoutDecision === undefined;
  if (owes && (await tools.debt.owes(item.tenant, item.processInstanceId))) return failed({ reason: 'decision-owed' });
  const ready = await readyFor(tools, item, operation);
  if (!('kind' in ready)) return failed(refusalOf(ready));
  return resultOf(await tools.handler.handle(requestOf(item, operationRequest(ready, item))));
}

async function tryMigration(tools: ItemTools, item: ClaimedItem, migration: Migration): Promise<ItemResult> {
  const { actor, tenant, processInstanceId } = item;
  const ready = await readyMigration(tools, item, migration);
  if (!('kind' in ready)) return failed(refusalOf(ready));

  const refusal = await tools.question.askMigration(tenant, processInstanceId, { ...ready, actor });
  return refusal === undefined ? done : failed(refusalOf(refusal));
}

async function readyFor(tools: ItemTools, item: ClaimedItem, operation: CaseOperation) {
  return operation.kind === 'migrate' ? readyMigration(tools, item, operation) : operation;
}

async function readyMigration<Wanted extends Migration>(
  { cases, planner }: ItemTools,
  { tenant, processInstanceId }: ClaimedItem,
  migration: Wanted,
): Promise<(Wanted & ReadyMigration) | UnknownDefinition | { readonly reason: 'process-instance-not-found' }> {
  const snapshot = await cases.snapshot(tenant, processInstanceId);
  if (snapshot === undefined) return { reason: 'process-instance-not-found' };
  return planner.readyMigration(tenant, snapshot.definition, migration);
}

function requestOf(item: ClaimedItem, what: OperationRequest): CommandRequest {
  const { tenant, processInstanceId, batch, seq } = item;
  return { tenant, processInstanceId, ...what, receipt: { key: `batch/${batch}/${seq}`, requestHash: batch } };
}

function resultOf(outcome: CommandOutcome): ItemResult {
  if (outcome.ok) return done;
  const { rejection } = outcome;
  return rejection.reason === 'command-repeated' && rejection.sameRequest ? done : failed(refusalOf(rejection));
}

const refusalOf = ({ reason, problems }: ItemRefusal): ItemRefusal =>
  problems === undefined ? { reason } : { reason, problems };
