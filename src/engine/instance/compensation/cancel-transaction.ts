import type { BoundaryEvent } from '../../definition/flow-node.js';
import { recordsIn } from './compensation-record.js';
import { emptyScope, withdrawWaits } from '../flow/element-work.js';
import { occur } from '../events/occur.js';
import type { Problem } from '../flow/problem.js';
import type { ElementInstance } from '../state/process-instance.js';
import { withEnclosing } from '../flow/read-variables.js';
import { recordThrown, type Thrower } from '../events/thrower.js';
import { nodeOf, type WorkingCopy } from '../flow/working-copy.js';

/**
 * Cancels the transaction around the thrower (BPMN 2.0.2 §10.3.5, §13.3.4): everything in it ends, what has completed in it is
 * undone in reverse order, and then it leaves by the cancel event on its edge.
 */
export function cancelTransaction(work: WorkingCopy, thrower: Thrower): Problem | undefined {
  const { node, tokenId } = thrower;
  const around = withEnclosing(work.instance(), thrower.scopeInstanceId);
  const transaction = around.find((one) => work.world.process.definition.nodes.get(one.node)?.kind === 'transaction');
  if (transaction === undefined || cancelEventOn(work, transaction) === undefined) {
    const message = `Expected a transaction with a cancel event around '${node}', but there is none`;
    return { code: 'NO_FLOW', message };
  }

  recordThrown(work, thrower, { kind: 'cancel' });
  if (tokenId !== undefined) work.record({ type: 'NodeCompleted', node, tokenId });
  const { id: elementInstanceId } = transaction;
  emptyScope(work, elementInstanceId);
  withdrawWaits(work, elementInstanceId, () => true);
  const compensating = recordsIn(work, elementInstanceId).map(({ id }) => id);
  const progress = { cancelling: true, compensating } as const;
  work.record({ type: 'ElementProgressed', elementInstanceId, node: transaction.node, progress });
  work.enqueue({ kind: 'resume', elementInstanceId });
  return undefined;
}

/** A cancelled transaction in which everything is undone leaves by its cancel event. */
export function leaveCancelled(work: WorkingCopy, transaction: ElementInstance): void {
  const cancel = cancelEventOn(work, transaction);
  const { id, loopIndex, parentId } = transaction;
  const elementInstanceId = loopIndex === undefined ? id : (parentId ?? id);
  if (cancel !== undefined) occur(work, { node: cancel.id, elementInstanceId }, {});
}

function cancelEventOn(work: WorkingCopy, transaction: ElementInstance): BoundaryEvent | undefined {
  const node = nodeOf(work, transaction.node);
  const events = 'boundaryEvents' in node ? node.boundaryEvents.map((id) => nodeOf(work, id)) : [];
  return events.find((one): one is BoundaryEvent => one.kind === 'boundaryEvent' && one.trigger.kind === 'cancel');
}
