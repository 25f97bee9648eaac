import { batchSchema } from '../../contract/batch.contract.js';
import type { BatchOperationInput, BatchSelectionInput, BatchView } from '../../contract/batch.contract.js';
import { createProcessInstanceId } from '../../runtime/process-instance-id.js';
import type { BatchOperation, BatchSelection } from '../../runtime/operations/batch-ports.js';
import { idOf } from '../../shared/id.js';
import type { ApiPorts } from '../api-ports.js';
import type { AskedCommand } from '../command/asked-command.js';
import { onlyOnce } from '../command/only-once.js';
import { migrationOf, modificationOf } from '../operations/operation-of.js';
import { problem } from '../problem/problem.js';
import { batchView } from './batch-view.js';

/** A batch as an operator asks for it. */
export interface WantedBatch {
  readonly operation: BatchOperationInput;
  readonly selection: BatchSelectionInput;
  readonly paused: boolean;
}

/** Starts a batch; the same request again finds the same one. */
export async function startBatch(ports: ApiPorts, asked: AskedCommand, wanted: WantedBatch): Promise<BatchView> {
  const { who, receipt } = asked;
  const run = async (): Promise<BatchView> => {
    const row = await ports.batches.start(who.tenant, {
      id: createProcessInstanceId(await ports.clock.now(who.tenant)),
      operation: operationOf(wanted.operation),
      selection: selectionOf(wanted.selection),
      actor: who.actor,
      request: JSON.stringify([receipt.key, receipt.requestHash]),
      isPaused: wanted.paused,
    });
    if (row === undefined) throw problem('batch-too-large');
    return batchView(row);
  };
  return onlyOnce(ports.receipts, asked, {
    schema: batchSchema,
    run: async () => JSON.parse(JSON.stringify(await run())),
  });
}

function operationOf(given: BatchOperationInput): BatchOperation {
  if (given.kind === 'modify') return modificationOf(given);
  return given.kind === 'migrate' ? { ...migrationOf(given), dryRun: given.dryRun, reason: given.reason } : given;
}

function selectionOf({ ids, process, version, state, incidentCode }: BatchSelectionInput): BatchSelection {
  return {
    ...(ids === undefined ? {} : { ids: ids.map((id) => idOf<'ProcessInstance'>(id)) }),
    ...(process === undefined ? {} : { process }),
    ...(version === undefined ? {} : { version }),
    ...(state === undefined ? {} : { state }),
    ...(incidentCode === undefined ? {} : { incidentCode }),
  };
}
