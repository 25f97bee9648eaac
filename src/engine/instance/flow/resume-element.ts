import { innerScope } from '../../definition/inner-scope.js';
import type { Id } from '../../../shared/id.js';
import type { FlowNode } from '../../definition/flow-node.js';
import { resumeAdHoc } from '../activities/ad-hoc.js';
import { leaveCancelled } from '../compensation/cancel-transaction.js';
import { completeAgain } from './complete-element.js';
import type { ElementInstance } from '../state/process-instance.js';
import { resumeLoop } from '../activities/resume-loop.js';
import { isScopeEmpty } from '../activities/sub-process.js';
import { isSumOfBodies } from '../activities/sum-of-bodies.js';
import { undoNext } from '../compensation/undo-next.js';
import { nodeOf, type WorkingCopy } from './working-copy.js';

/** Lets an element go on if it can: a scope without tokens completes, a multi-instance begins its next body or completes. */
export function resumeElement(work: WorkingCopy, elementInstanceId: Id<'ElementInstance'>): void {
  const element = work.instance().elements.get(elementInstanceId);
  // What it throws, or what occurs on it, comes first, and lets it go on afterwards.
  if (element?.phase !== 'activated' || work.isOnHold(element.id)) return;
  if (element.progress?.compensating !== undefined && undoNext(work, element)) return;
  if (element.progress?.cancelling === true) return leaveCancelled(work, element);

  if (element.parentId === undefined) return completeEmptyScope(work, element);
  if (isSumOfBodies(element)) return resumeLoop(work, element);
  const node = nodeOf(work, element.node);
  if (node.kind === 'adHocSubProcess' && element.progress?.compensates === undefined) {
    return resumeAdHoc(work, node, element);
  }
  if (innerScope(work.world.process.definition, node.id) !== undefined) return completeEmptyScope(work, element);
  if (element.progress?.compensating !== undefined) return goOnUndone(work, element);
  if (isPassedAtOnce(node)) completeAgain(work, element.id);
}

/** Everything that a thrower of compensation waited for is undone: its token goes on, if it has not done so before. */
function goOnUndone(work: WorkingCopy, thrower: ElementInstance): void {
  const { id: elementInstanceId, node, tokenId, parentId } = thrower;
  if (tokenId !== undefined) return completeAgain(work, elementInstanceId);
  work.record({ type: 'ElementEnded', elementInstanceId, node, how: 'completed' });
  if (parentId !== undefined) work.enqueue({ kind: 'resume', elementInstanceId: parentId });
}

/** Whether nothing in the engine waits for a node, so that it is complete as soon as it has begun (BPMN 2.0.2 §13.3.3). */
function isPassedAtOnce(node: FlowNode): boolean {
  switch (node.kind) {
    case 'task':
      return true;
    case 'manualTask':
      return node.waits !== true;
    case 'sendTask':
      return node.result.kind === 'message';
    case 'scriptTask':
      return node.work.kind === 'feel';
    case 'businessRuleTask':
      return node.work.kind === 'decision';
    default:
      return node.kind === 'intermediateCatchEvent' && node.trigger.kind === 'none';
  }
}

function completeEmptyScope(work: WorkingCopy, element: ElementInstance): void {
  if (isScopeEmpty(work, element)) completeAgain(work, element.id);
}
