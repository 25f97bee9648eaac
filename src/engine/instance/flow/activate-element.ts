import type { JsonObject } from '../../../shared/json.js';
import { unreachable } from '../../../shared/unreachable.js';
import {
  isActivity,
  type Activity,
  type BusinessRuleTask,
  type FlowNode,
  type IntermediateCatchEvent,
  type ManualTask,
  type ScriptTask,
  type SendTask,
} from '../../definition/flow-node.js';
import { askDecision } from '../activities/ask-decision.js';
import { beginAdHoc } from '../activities/ad-hoc.js';
import { openBoundaryEvents } from '../events/boundary-event.js';
import { requestCalledProcess } from '../activities/call-activity.js';
import { evaluateMappings, type Evaluated } from './evaluate-mappings.js';
import { openTrigger } from '../events/event-trigger.js';
import { beginMultiInstance } from '../activities/multi-instance.js';
import { enterAll, openScope } from '../activities/open-scope.js';
import type { Problem } from './problem.js';
import type { ElementInstance } from '../state/process-instance.js';
import { runPhase } from './run-phase.js';
import { runScript } from '../activities/run-script.js';
import { openJob } from '../activities/service-task.js';
import { beginStandardLoop } from '../activities/standard-loop.js';
import { beginSubProcess } from '../activities/sub-process.js';
import { throwMessage } from '../events/throw-message.js';
import { openUserTask } from '../activities/user-task.js';
import { nodeOf, type WorkingCopy } from './working-copy.js';
import { sightFrom, typesAt } from './sight-from.js';
import { layOver, type Sight } from '../../expression/sight.js';

/** A node that takes time: it has an element instance for as long as it is alive. */
export type LivingNode = Activity | IntermediateCatchEvent;

/** Whether a node takes time. */
export const isLivingNode = (node: FlowNode): node is LivingNode =>
  isActivity(node) || node.kind === 'intermediateCatchEvent';

/**
 * Carries an element through its activation: input mappings, then its boundary events, then its own work. What fails
 * leaves it `activating` with an incident; activating it again starts from the input mappings.
 */
export function activateElement(work: WorkingCopy, element: ElementInstance): void {
  runPhase(
    work,
    () => activate(work, element),
    () => element,
  );
}

function activate(work: WorkingCopy, element: ElementInstance): Problem | undefined {
  const node = nodeOf(work, element.node);
  if (!isLivingNode(node))
    throw new Error(`Expected '${node.id}' to be an activity or a catch event, but it is a ${node.kind}`);
  if (node.kind === 'intermediateCatchEvent') return openTrigger(work, recordActivated(work, element), node);
  const begun = element.loopIndex === undefined ? beginLoop(work, element, node) : undefined;
  if (begun !== undefined) {
    return begun.ok ? openBoundaryEvents(work, recordActivated(work, begun.value), node) : begun.problem;
  }

  const inputs = inputsOf(work, element, node);
  if (!inputs.ok) return inputs.problem;

  const activated = recordActivated(work, { ...element, variables: inputs.value });
  const isBody = element.loopIndex !== undefined;
  return (isBody ? undefined : openBoundaryEvents(work, activated, node)) ?? openWork(work, node, activated);
}

/** The variables that an element begins with: what it was given, and what its input mappings make of what it sees. */
function inputsOf(work: WorkingCopy, element: ElementInstance, { id, inputs }: Activity): Evaluated<JsonObject> {
  const { variables } = element;
  if (inputs.length === 0) return { ok: true, value: variables };

  const types = typesAt(work, id);
  const made = evaluateMappings(inputs, layOver(sightAround(work, element), variables, types), types);
  return made.ok ? { ok: true, value: { ...variables, ...made.value } } : made;
}

/** Brings a sub-process to life as `activateElement` does, but without a token in it: somebody else says where those stand. */
export function activateEmptyScope(work: WorkingCopy, element: ElementInstance): Problem | undefined {
  const node = nodeOf(work, element.node);
  if (!isActivity(node)) throw new Error(`Expected '${node.id}' to be a scope, but it is a ${node.kind}`);

  const inputs = evaluateMappings(node.inputs, sightAround(work, element), typesAt(work, node.id));
  if (!inputs.ok) return inputs.problem;
  // An ad-hoc sub-process has begun by what somebody puts in it.
  const adHoc =
    node.kind === 'adHocSubProcess' ? ({ progress: { adHoc: { waiting: [], hasBegun: true } } } as const) : {};
  const activated = recordActivated(work, { ...element, ...adHoc, variables: inputs.value });
  return openBoundaryEvents(work, activated, node) ?? openScope(work, activated);
}

/** Begins the whole of a multi-instance or loop; undefined for an activity that is done once. */
function beginLoop(
  work: WorkingCopy,
  element: ElementInstance,
  { multiInstance, standardLoop }: Activity,
): Evaluated<ElementInstance> | undefined {
  if (multiInstance !== undefined) return beginMultiInstance(work, element, multiInstance);
  return standardLoop === undefined ? undefined : beginStandardLoop(work, element, standardLoop);
}

function sightAround(work: WorkingCopy, element: ElementInstance): Sight {
  return element.parentId === undefined ? { variables: {} } : sightFrom(work, element.parentId);
}

function recordActivated(work: WorkingCopy, stuckOrNew: ElementInstance): ElementInstance {
  const element: ElementInstance = { ...stuckOrNew, phase: 'activated' };
  work.record({ type: 'ElementActivated', element });
  return element;
}

function openWork(work: WorkingCopy, node: Activity, element: ElementInstance): Problem | undefined {
  switch (node.kind) {
    case 'userTask':
      return openUserTask(work, node, element);
    case 'serviceTask':
      return openJob(work, element, node);
    case 'sendTask':
      return sendMessage(work, node, element);
    case 'receiveTask':
      return openTrigger(work, element, node);
    case 'scriptTask':
      return openScript(work, node, element);
    case 'businessRuleTask':
      return openRules(work, node, element);
    case 'callActivity':
      return requestCalledProcess(work, node, element);
    case 'subProcess':
    case 'transaction':
      return beginSubProcess(work, element);
    case 'adHocSubProcess':
      return beginAdHoc(work, node, element);
    case 'eventSubProcess':
      return openScope(work, element) ?? enterAll(work, element);
    case 'manualTask':
      return openManualTask(work, node, element);
    case 'task':
      return passBy(work, element);
    default:
      return unreachable(node);
  }
}

/** Nothing in the engine waits for such an element (BPMN 2.0.2 §13.3.3): it is complete as soon as it has begun. */
function passBy(work: WorkingCopy, element: ElementInstance): undefined {
  work.enqueue({ kind: 'resume', elementInstanceId: element.id });
}

function sendMessage(work: WorkingCopy, node: SendTask, element: ElementInstance): Problem | undefined {
  if (node.result.kind === 'job') return openJob(work, element, { ...node.result, inputs: node.inputs });

  const { id: elementInstanceId, parentId: scopeInstanceId, tokenId } = element;
  if (scopeInstanceId === undefined) throw new Error(`Expected '${node.id}' to stand in a scope, but it does not`);
  const thrower = { node: node.id, scopeInstanceId, elementInstanceId, ...(tokenId === undefined ? {} : { tokenId }) };
  const variables = Object.fromEntries(node.inputs.map(({ target }) => [target, element.variables[target] ?? null]));
  return throwMessage(work, thrower, { result: node.result, variables }) ?? passBy(work, element);
}

function openScript(work: WorkingCopy, node: ScriptTask, element: ElementInstance): Problem | undefined {
  if (node.work.kind === 'job') return openJob(work, element, { ...node.work, inputs: node.inputs });
  return runScript(work, node.work, element) ?? passBy(work, element);
}

function openRules(work: WorkingCopy, node: BusinessRuleTask, element: ElementInstance): Problem | undefined {
  if (node.work.kind === 'job') return openJob(work, element, { ...node.work, inputs: node.inputs });
  return askDecision(work, node.work, element) ?? passBy(work, element);
}

function openManualTask(work: WorkingCopy, node: ManualTask, { id: elementInstanceId }: ElementInstance): undefined {
  if (node.waits !== true) return void work.enqueue({ kind: 'resume', elementInstanceId });
  const subscription = { kind: 'manual', id: work.nextId<'Subscription'>(), elementInstanceId, node: node.id } as const;
  work.record({ type: 'EventSubscribed', subscription });
}
