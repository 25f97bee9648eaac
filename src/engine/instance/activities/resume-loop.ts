import type { MultiInstance } from '../../definition/loop.js';
import { activateElement } from '../flow/activate-element.js';
import { completeAgain } from '../flow/complete-element.js';
import { terminateElement } from '../flow/element-work.js';
import { isLoopDone, mayStartBody, nextBody } from './multi-instance.js';
import type { ElementInstance } from '../state/process-instance.js';
import { nextIteration } from './standard-loop.js';
import { nodeOf, type WorkingCopy } from '../flow/working-copy.js';

/** Lets a multi-instance or a loop begin its next body, or complete when none is left. */
export function resumeLoop(work: WorkingCopy, whole: ElementInstance): void {
  const node = nodeOf(work, whole.node);
  if ('multiInstance' in node && node.multiInstance !== undefined)
    return resumeInstances(work, whole, node.multiInstance);

  if (work.groups().children.of(whole.id).length > 0) return;
  if (whole.progress?.isLoopOver === true) return completeAgain(work, whole.id);
  // A loop without a bound may go round for ever: it has to come to rest within the budget of any other.
  if ('standardLoop' in node && node.standardLoop?.maximum !== undefined) work.grantSteps(stepsOfBody(work, node.id));
  activateElement(work, nextIteration(work, whole));
}

function resumeInstances(work: WorkingCopy, whole: ElementInstance, loop: MultiInstance): void {
  if (whole.multiInstance === undefined) return;
  if (isLoopDone(whole.multiInstance)) {
    for (const body of work.groups().children.of(whole.id)) terminateElement(work, body);
    return completeAgain(work, whole.id);
  }
  if (!mayStartBody(whole.multiInstance, loop)) return;

  work.grantSteps(stepsOfBody(work, whole.node));
  activateElement(work, nextBody(work, whole, loop));
  // One body per step, so that a long list is worked off among everything else.
  work.enqueue({ kind: 'resume', elementInstanceId: whole.id });
}

/** How many steps a body may take without being taken for one that goes round: twice by each of its nodes. */
const stepsOfBody = (work: WorkingCopy, node: string): number =>
  4 + 2 * (work.world.process.definition.scopes.get(node)?.nodes.length ?? 0);
