import type { BatchItemList, BatchView } from '../../contract/batch.contract.js';
import type { BatchItemRow, BatchOperation, BatchRow, ItemRefusal } from '../../runtime/operations/batch-ports.js';
import { operationErrors } from '../problem/operation-errors.js';
import { problemCodes } from '../problem/problem-codes.js';
import { codeOfReason } from '../problem/rejection-problem.js';

/** A batch as operators see it: what is done, not what variables hold. */
export function batchView(row: BatchRow): BatchView {
  const { id, state, actor, createdAt, startedAt, finishedAt, total, done, failed, skipped } = row;
  const { ids, ...selection } = row.selection;
  return {
    id,
    operation: operationView(row.operation),
    selection: ids === undefined ? selection : { ...selection, ids: ids.length },
    ...{ state, startedBy: actor, createdAt, startedAt: startedAt ?? null, finishedAt: finishedAt ?? null },
    ...{ total, done, failed, skipped, remaining: total - done - failed - skipped },
  };
}

function operationView(operation: BatchOperation): BatchView['operation'] {
  const { kind } = operation;
  if (kind === 'retry-incidents') return { kind };
  const { reason } = operation;
  if (kind === 'migrate') return { kind, version: operation.version, dryRun: operation.dryRun, reason };
  return kind === 'set-variables' ? { kind, variables: Object.keys(operation.variables), reason } : { kind, reason };
}

/** One case of a batch as operators see it. */
export function itemView(item: BatchItemRow): BatchItemList['items'][number] {
  const { seq, processInstanceId, incidentId = null, state, finishedAt = null, refusal } = item;
  return {
    ...{ seq, processInstanceId, incidentId, state, finishedAt },
    problem: refusal === undefined ? null : refusalView(refusal),
  };
}

function refusalView({ reason, problems }: ItemRefusal): NonNullable<BatchItemList['items'][number]['problem']> {
  const code = codeOfReason(reason);
  return { code, title: problemCodes[code][1], errors: operationErrors(problems ?? []) };
}
