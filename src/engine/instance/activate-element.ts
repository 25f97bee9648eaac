import type { Activity, FlowNode, IntermediateCatchEvent } from '../definition/flow-node.js';
import { openBoundaryEvents } from './boundary-event.js';
import { requestCalledProcess } from './call-activity.js';
import { evaluateMappings } from './evaluate-mappings.js';
import { openTrigger } from './event-trigger.js';
import { beginMultiInstance } from './multi-instance.js';
import type { Problem } from './problem.js';
import type { ElementInstance } from './process-instance.js';
import { variablesInSight, withEnclosing } from './read-variables.js';
import { runPhase } from './run-phase.js';
import { createJob } from './service-task.js';
import { beginSubProcess } from './sub-process.js';
import { openUserTask } from './user-task.js';
import { nodeOf, type WorkingCopy } from './working-copy.js';

/** A node that takes time: it has an element instance for as long as it is alive. */
export type LivingNode = Activity | IntermediateCatchEvent;

/** Whether a node takes time. */
export const isLivingNode = (node: FlowNode): node is LivingNode =>
  'inputs' in node || node.kind === 'intermediateCatchEvent';

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
  if (node.multiInstance !== undefined && element.loopIndex === undefined) {
    const begun = beginMultiInstance(work, element, node.multiInstance);
    return begun.ok ? openBoundaryEvents(work, recordActivated(work, begun.value), node) : begun.problem;
  }

  const around = { ...variablesAround(work, element), ...element.variables };
  const inputs = evaluateMappings(node.inputs, around);
  if (!inputs.ok) return inputs.problem;

  const activated = recordActivated(work, { ...element, variables: { ...element.variables, ...inputs.value } });
  const isBody = element.loopIndex !== undefined;
  return (isBody ? undefined : openBoundaryEvents(work, activated, node)) ?? openWork(work, node, activated);
}

function variablesAround(work: WorkingCopy, element: ElementInstance): ElementInstance['variables'] {
  const [scope] = withEnclosing(work.instance(), element.parentId);
  return scope === undefined ? {} : variablesInSight(work.instance(), scope.id);
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
      return createJob(work, node, element);
    case 'callActivity':
      requestCalledProcess(work, node, element);
      return undefined;
    case 'subProcess':
      beginSubProcess(work, element);
      return undefined;
    case 'manualTask':
    case 'task':
      // Nothing in the engine waits for these (BPMN 2.0.2 §13.3.3): they are complete as soon as they begin.
      work.enqueue({ kind: 'resume', elementInstanceId: element.id });
      return undefined;
    default:
      throw new Error(`Expected '${node.id}' to be executable, but nothing executes a ${node.kind} yet`);
  }
}
