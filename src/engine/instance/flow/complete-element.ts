import type { Id } from '../../../shared/id.js';
import type { JsonObject } from '../../../shared/json.js';
import { isActivity, type Activity, type FlowNode } from '../../definition/flow-node.js';
import { endCompensation } from '../compensation/compensation-record.js';
import { endElement } from './element-work.js';
import { endBody } from '../activities/end-body.js';
import { evaluateMappings } from './evaluate-mappings.js';
import { leaveNode } from './leave-node.js';
import { tokenOn } from './pass-node.js';
import type { Problem } from './problem.js';
import type { ElementInstance } from '../state/process-instance.js';
import { runPhase } from './run-phase.js';
import { isSumOfBodies } from '../activities/sum-of-bodies.js';
import { nodeOf, type WorkingCopy } from './working-copy.js';
import { writeVariables } from './write-variables.js';
import { sightFrom, typesAt } from './sight-from.js';

/**
 * Carries an element through its completion: its results are taken over, output mappings run, whatever it still has open
 * is withdrawn, its token leaves. What fails leaves it `completing` with an incident; nothing of its results is lost.
 */
export function completeElement(
  work: WorkingCopy,
  elementInstanceId: Id<'ElementInstance'>,
  results: JsonObject,
): void {
  takeResults(work, aliveElement(work, elementInstanceId), results);
  completeAgain(work, elementInstanceId);
}

/** Runs the completion of an element again whose results were taken over before. */
export function completeAgain(work: WorkingCopy, elementInstanceId: Id<'ElementInstance'>): void {
  const element = aliveElement(work, elementInstanceId);
  runPhase(
    work,
    () => complete(work, element),
    () => ({ ...element, phase: 'completing' }),
  );
}

function aliveElement(work: WorkingCopy, id: Id<'ElementInstance'>): ElementInstance {
  const element = work.instance().elements.get(id);
  if (element === undefined) throw new Error(`Expected element instance '${id}' to be alive, but it is not`);
  return element;
}

/**
 * Takes over what an element has resulted in: it stays with the element where something will still be made of it, and
 * goes to the scopes around it otherwise.
 */
export function takeResults(work: WorkingCopy, element: ElementInstance, results: JsonObject): void {
  if (Object.keys(results).length === 0) return;

  const node = nodeOf(work, element.node);
  const isMapped = hasOutputs(node) || (isActivity(node) && collects(node, element));
  if (isMapped) work.record({ type: 'VariablesSet', elementInstanceId: element.id, variables: results });
  if (!returns(node, isMapped)) return;
  // What an input has made is the element's own, and stays so when a result has its name.
  const isOwn = isMapped || (isActivity(node) && node.returnsAll === true);
  const given = isOwn ? withoutOwn(results, element) : results;
  writeVariables(work, given, { from: element.parentId, home: 'process' });
}

// An activity that maps nothing gives everything; an event that says what it maps gives that and no more.
const hasOutputs = (node: FlowNode): boolean =>
  'outputs' in node && node.outputs !== undefined && (node.outputs.length > 0 || !isActivity(node));

const returns = (node: FlowNode, isMapped: boolean): boolean =>
  isActivity(node) && node.returnsAll !== undefined ? node.returnsAll : !isMapped;

const withoutOwn = (results: JsonObject, { variables }: ElementInstance): JsonObject =>
  Object.fromEntries(Object.entries(results).filter(([name]) => !Object.hasOwn(variables, name)));

const collects = (node: Activity, element: ElementInstance): boolean =>
  element.loopIndex !== undefined && node.multiInstance?.outputElement !== undefined;

function complete(work: WorkingCopy, element: ElementInstance): Problem | undefined {
  if (element.parentId === undefined) return completeProcess(work, element);

  const node = nodeOf(work, element.node);
  // A completed scope that lived again to be undone has no results: it had them when it completed.
  if (isRevived(element, node)) return endUndoing(work, element);
  if (isSumOfBodies(element)) {
    writeCollection(work, element, node);
    return endAndLeave(work, element);
  }
  const problem = writeOutputs(work, element, node);
  if (problem !== undefined) return problem;
  return isActivity(node) && element.loopIndex !== undefined
    ? endBody(work, element, node)
    : endAndLeave(work, element);
}

function writeOutputs(work: WorkingCopy, element: ElementInstance, node: FlowNode): Problem | undefined {
  if (!hasOutputs(node) || !('outputs' in node)) return undefined;
  const outputs = evaluateMappings(node.outputs ?? [], sightFrom(work, element.id), typesAt(work, node.scope));
  if (!outputs.ok) return outputs.problem;

  const from = isActivity(node) && collects(node, element) ? element.id : element.parentId;
  writeVariables(work, outputs.value, { from, home: 'nearest-scope' });
  return undefined;
}

function writeCollection(work: WorkingCopy, element: ElementInstance, node: FlowNode): void {
  const outputCollection = isActivity(node) ? node.multiInstance?.outputCollection : undefined;
  const results = element.multiInstance?.results;
  if (outputCollection === undefined || results === undefined) return;

  const list = results.map((result) => result ?? null);
  writeVariables(work, { [outputCollection]: list }, { from: element.parentId, home: 'nearest-scope' });
}

const isRevived = ({ progress }: ElementInstance, node: FlowNode): boolean =>
  progress?.compensates !== undefined && !('isForCompensation' in node && node.isForCompensation === true);

/** What undid something ends where it is: no way leads on from it. */
function endUndoing(work: WorkingCopy, element: ElementInstance): undefined {
  const { node, parentId } = element;
  const token = tokenOn(work, element);
  endElement(work, element);
  if (token !== undefined) {
    // A scope that only lives again to be undone was completed before.
    if (!isRevived(element, nodeOf(work, node))) work.record({ type: 'NodeCompleted', node, tokenId: token.id });
    work.record({ type: 'TokenConsumed', tokenId: token.id, node });
  }
  endCompensation(work, element);
  if (parentId !== undefined) work.enqueue({ kind: 'resume', elementInstanceId: parentId });
}

function endAndLeave(work: WorkingCopy, element: ElementInstance): Problem | undefined {
  if (element.progress?.compensates !== undefined) return endUndoing(work, element);
  const token = tokenOn(work, element);
  endElement(work, element);
  const problem = token === undefined ? undefined : leaveNode(work, token, element.progress);
  // The condition of an ad-hoc sub-process is asked whenever something in it has completed.
  const scope = element.parentId === undefined ? undefined : work.instance().elements.get(element.parentId);
  if (scope?.progress?.adHoc !== undefined) work.enqueue({ kind: 'resume', elementInstanceId: scope.id });
  return problem;
}

function completeProcess(work: WorkingCopy, root: ElementInstance): undefined {
  const { caller } = work.instance();
  const { variables } = root;
  endElement(work, root);
  work.record({ type: 'ProcessInstanceCompleted', variables, ...(caller === undefined ? {} : { caller }) });
}
