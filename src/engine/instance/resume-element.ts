import type { Id } from '../../shared/id.js';
import type { FlowNode } from '../definition/flow-node.js';
import { resumeAdHoc } from './ad-hoc.js';
import { completeAgain } from './complete-element.js';
import type { ElementInstance } from './process-instance.js';
import { resumeLoop } from './resume-loop.js';
import { isScopeEmpty } from './sub-process.js';
import { isSumOfBodies } from './sum-of-bodies.js';
import { nodeOf, type WorkingCopy } from './working-copy.js';

/** Lets an element go on if it can: a scope without tokens completes, a multi-instance begins its next body or completes. */
export function resumeElement(work: WorkingCopy, elementInstanceId: Id<'ElementInstance'>): void {
  const element = work.instance().elements.get(elementInstanceId);
  if (element?.phase !== 'activated') return;

  if (element.parentId === undefined) return completeEmptyScope(work, element);
  if (isSumOfBodies(element)) return resumeLoop(work, element);
  const node = nodeOf(work, element.node);
  if (node.kind === 'subProcess' || node.kind === 'eventSubProcess' || node.kind === 'transaction') {
    return completeEmptyScope(work, element);
  }
  if (node.kind === 'adHocSubProcess') return resumeAdHoc(work, node, element);
  if (isPassedAtOnce(node)) completeAgain(work, element.id);
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
