import type { Id } from '../../shared/id.js';
import type { FlowNode } from '../definition/flow-node.js';
import type { MultiInstance } from '../definition/loop.js';
import { activateElement } from './activate-element.js';
import { completeAgain } from './complete-element.js';
import { terminateElement } from './element-work.js';
import { isLoopDone, mayStartBody, nextBody } from './multi-instance.js';
import type { ElementInstance, MultiInstanceProgress } from './process-instance.js';
import { isScopeEmpty } from './sub-process.js';
import { nodeOf, type WorkingCopy } from './working-copy.js';

/** Lets an element go on if it can: a scope without tokens completes, a multi-instance begins its next body or completes. */
export function resumeElement(work: WorkingCopy, elementInstanceId: Id<'ElementInstance'>): void {
  const element = work.instance().elements.get(elementInstanceId);
  if (element?.phase !== 'activated') return;

  if (element.parentId === undefined) return completeEmptyScope(work, element);
  const node = nodeOf(work, element.node);
  if (element.multiInstance !== undefined && 'multiInstance' in node && node.multiInstance !== undefined) {
    return resumeLoop(work, { whole: element, progress: element.multiInstance, loop: node.multiInstance });
  }
  if (node.kind === 'subProcess' || node.kind === 'eventSubProcess' || node.kind === 'transaction') {
    return completeEmptyScope(work, element);
  }
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

interface Loop {
  readonly whole: ElementInstance;
  readonly progress: MultiInstanceProgress;
  readonly loop: MultiInstance;
}

function resumeLoop(work: WorkingCopy, { whole, progress, loop }: Loop): void {
  if (isLoopDone(progress)) {
    for (const body of work.groups().children.of(whole.id)) terminateElement(work, body);
    return completeAgain(work, whole.id);
  }
  if (!mayStartBody(progress, loop)) return;

  activateElement(work, nextBody(work, whole, loop));
  // One body per step, so that a long list counts against the step budget instead of hiding from it.
  work.enqueue({ kind: 'resume', elementInstanceId: whole.id });
}
