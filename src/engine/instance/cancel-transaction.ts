import { occur } from './occur.js';
import type { Problem } from './problem.js';
import { withEnclosing } from './read-variables.js';
import { recordThrown, type Thrower } from './thrower.js';
import { nodeOf, type WorkingCopy } from './working-copy.js';

/** Cancels the transaction around the thrower (BPMN 2.0.2 §10.3.5, §13.3.4): it leaves by the cancel event on its edge. */
export function cancelTransaction(work: WorkingCopy, thrower: Thrower): Problem | undefined {
  const { nodes } = work.world.process.definition;
  const around = withEnclosing(work.instance(), thrower.scopeInstanceId);
  const transaction = around.find((one) => nodes.get(one.node)?.kind === 'transaction');
  const node = transaction && nodeOf(work, transaction.node);
  const events = node !== undefined && 'boundaryEvents' in node ? node.boundaryEvents : [];
  const cancel = events.map((id) => nodeOf(work, id)).find((one) => 'trigger' in one && one.trigger.kind === 'cancel');
  if (transaction === undefined || cancel === undefined) {
    const message = `Expected a transaction with a cancel event around '${thrower.node}', but there is none`;
    return { code: 'NO_FLOW', message };
  }

  recordThrown(work, thrower, { kind: 'cancel' });
  const whole = transaction.loopIndex === undefined ? transaction.id : transaction.parentId;
  occur(work, { node: cancel.id, elementInstanceId: whole ?? transaction.id }, {});
  return undefined;
}
