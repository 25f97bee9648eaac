import type { Id } from '../../../shared/id.js';
import type { Json } from '../../../shared/json.js';
import type { AdHocSubProcess } from '../../definition/flow-node.js';
import { completeAgain } from '../flow/complete-element.js';
import { terminateInside } from '../flow/element-work.js';
import { evaluateExpression, expressionProblem, type Evaluated } from '../flow/evaluate-mappings.js';
import { nodesWithoutWayIn } from './first-nodes.js';
import { placeToken } from '../flow/leave-node.js';
import { openScope } from './open-scope.js';
import type { Problem } from '../flow/problem.js';
import type { AdHocProgress } from '../state/element-progress.js';
import type { ElementInstance } from '../state/process-instance.js';
import { runPhase } from '../flow/run-phase.js';
import { isScopeEmpty } from './sub-process.js';
import { nodeOf, type WorkingCopy } from '../flow/working-copy.js';
import { sightFrom } from '../flow/sight-from.js';

/** Begins an ad-hoc sub-process (BPMN 2.0.2 §13.3.5): with the activities it names, or with all that no flow leads to. */
export function beginAdHoc(work: WorkingCopy, node: AdHocSubProcess, element: ElementInstance): Problem | undefined {
  const problem = openScope(work, element);
  if (problem !== undefined) return problem;
  const chosen = chosenAtFirst(work, node, element);
  if (!chosen.ok) return chosen.problem;

  // One that says it begins with nothing waits for somebody who chooses.
  const hasBegun = node.activeElements === undefined || chosen.value.length > 0;
  rememberAdHoc(work, element, { waiting: chosen.value, ...(hasBegun ? { hasBegun } : {}) });
  if (hasBegun) beginNext(work, node, element.id);
  return undefined;
}

/** Lets activities begin that somebody has chosen; where one runs at a time, when their turn comes. */
export function beginChosen(
  work: WorkingCopy,
  {
    node,
    element,
    chosen,
  }: { readonly node: AdHocSubProcess; readonly element: ElementInstance; readonly chosen: readonly string[] },
): void {
  const { waiting } = adHocOf(element);
  rememberAdHoc(work, element, { waiting: [...waiting, ...chosen], hasBegun: true });
  beginNext(work, node, element.id);
}

/** Lets an ad-hoc sub-process go on when something in it has completed: with what waits, to its end, or not at all. */
export function resumeAdHoc(work: WorkingCopy, node: AdHocSubProcess, element: ElementInstance): void {
  // While it is stuck nothing is asked: whoever resolves its incident lets it go on.
  const isStuck = work
    .groups()
    .incidents.of(element.id)
    .some(({ code, pending }) => code !== 'STUCK' && pending === undefined);
  if (isStuck && !isAdHocOver(element)) return;
  runPhase(
    work,
    () => goOn(work, node, element),
    () => element,
  );
}

/** Whether an ad-hoc sub-process takes no more: its condition has held. */
export const isAdHocOver = (element: ElementInstance): boolean => adHocOf(element).isOver === true;

/** Whether a node of an ad-hoc sub-process can be chosen by itself. */
export function isChoosable(work: WorkingCopy, node: AdHocSubProcess, id: string): boolean {
  return nodesWithoutWayIn(work.world.process.definition, node.id).includes(id);
}

function goOn(work: WorkingCopy, node: AdHocSubProcess, element: ElementInstance): Problem | undefined {
  const { isOver, hasBegun, waiting } = adHocOf(element);
  const enough = isOver === true ? ({ ok: true, value: true } as const) : isEnough(work, node, element);
  if (!enough.ok) return enough.problem;

  if (enough.value) return endIt(work, node, element);
  if (waiting.length > 0) return beginNext(work, node, element.id);
  // Where a condition is drawn only that ends it: somebody has to choose what comes next.
  if (node.completionCondition === undefined && hasBegun === true && isScopeEmpty(work, element)) {
    completeAgain(work, element.id);
  }
  return undefined;
}

function endIt(work: WorkingCopy, node: AdHocSubProcess, element: ElementInstance): undefined {
  // Once it is over, what is left is what may come to its end: nothing of it is ended here.
  const isNew = !isAdHocOver(element);
  if (isNew && node.cancelRemaining !== false) terminateInside(work, element.id);
  else if (isNew) rememberAdHoc(work, element, { waiting: [], hasBegun: true, isOver: true });
  if (isScopeEmpty(work, element)) completeAgain(work, element.id);
}

function isEnough(work: WorkingCopy, node: AdHocSubProcess, element: ElementInstance): Evaluated<boolean> {
  if (node.completionCondition === undefined) return { ok: true, value: false };
  const condition = evaluateExpression(node.completionCondition, sightFrom(work, element.id));
  return condition.ok ? { ok: true, value: condition.value === true } : condition;
}

/** Begins everything that waits, or one of it when nothing runs and one thing runs at a time. */
function beginNext(work: WorkingCopy, { ordering }: AdHocSubProcess, id: Id<'ElementInstance'>): undefined {
  const element = work.instance().elements.get(id);
  if (element === undefined) return;
  const adHoc = adHocOf(element);
  const turn = ordering === 'parallel' ? adHoc.waiting.length : isScopeEmpty(work, element) ? 1 : 0;
  const next = adHoc.waiting.slice(0, turn);
  if (next.length === 0) return;
  rememberAdHoc(work, element, { ...adHoc, waiting: adHoc.waiting.slice(turn) });
  for (const node of next) placeToken(work, element.id, { node });
}

const adHocOf = ({ progress }: ElementInstance): AdHocProgress => progress?.adHoc ?? { waiting: [] };

function rememberAdHoc(work: WorkingCopy, { id, node }: ElementInstance, adHoc: AdHocProgress): void {
  work.record({ type: 'ElementProgressed', elementInstanceId: id, node, progress: { adHoc } });
}

function chosenAtFirst(
  work: WorkingCopy,
  node: AdHocSubProcess,
  element: ElementInstance,
): Evaluated<readonly string[]> {
  const { activeElements } = node;
  if (activeElements === undefined) {
    return { ok: true, value: nodesWithoutWayIn(work.world.process.definition, node.id) };
  }
  const evaluated = evaluateExpression(activeElements, sightFrom(work, element.id));
  if (!evaluated.ok) return evaluated;
  const ids = textsOf(evaluated.value);
  return ids?.every((id) => isChoosable(work, node, id)) === true
    ? { ok: true, value: ids }
    : expressionProblem(
        `Expected '${activeElements}' to name activities of '${node.id}', but got ${JSON.stringify(evaluated.value)}`,
      );
}

function textsOf(value: Json): readonly string[] | undefined {
  const list: readonly Json[] = Array.isArray(value) ? value : [value];
  const texts = list.filter((one) => typeof one === 'string');
  return texts.length === list.length ? texts : undefined;
}

/** The ad-hoc sub-process that an element is an instance of, if it is one. */
export function adHocNodeOf(work: WorkingCopy, element: ElementInstance): AdHocSubProcess | undefined {
  const node = element.parentId === undefined ? undefined : nodeOf(work, element.node);
  return node?.kind === 'adHocSubProcess' ? node : undefined;
}
