import { innerScope } from '../../definition/inner-scope.js';
import type { Id } from '../../../shared/id.js';
import {
  isActivity,
  type Activity,
  type BoundaryEvent,
  type FlowNode,
  type StartEvent,
} from '../../definition/flow-node.js';
import type { ProcessDefinition } from '../../definition/process-definition.js';
import type { CompensationRecord, ElementInstance } from '../state/process-instance.js';
import { nodeOf, type WorkingCopy } from '../flow/working-copy.js';

/** The event on the edge of an activity that undoes it when compensation is thrown (BPMN 2.0.2 §10.7.1). */
export type CompensationEvent = BoundaryEvent & { readonly compensationHandler: string };

/** What undoes an activity as a whole, if its diagram says so. */
export const compensationEventOn = (work: WorkingCopy, { id }: FlowNode): CompensationEvent | undefined =>
  undoingEvent(work.world.process.definition, id);

/** The event on the edge of an activity of a definition that undoes it. */
export function undoingEvent({ nodes }: ProcessDefinition, activity: string): CompensationEvent | undefined {
  const node = nodes.get(activity);
  const events = node !== undefined && isActivity(node) ? node.boundaryEvents.flatMap((id) => nodes.get(id) ?? []) : [];
  return events.find(isCompensationEvent);
}

const isCompensationEvent = (node: FlowNode): node is CompensationEvent =>
  node.kind === 'boundaryEvent' && node.trigger.kind === 'compensation' && node.compensationHandler !== undefined;

/** The start of the event sub-process that undoes a scope in place of what stands in it (BPMN 2.0.2 §10.7.1). */
export function compensationStartIn(work: WorkingCopy, scopeId: string): StartEvent | undefined {
  const { scopes } = work.world.process.definition;
  const starts = (scopes.get(scopeId)?.eventSubProcesses ?? []).flatMap((id) => scopes.get(id)?.startEvents ?? []);
  return starts.map((id) => nodeOf(work, id)).find(isCompensationStart);
}

const isCompensationStart = (node: FlowNode): node is StartEvent =>
  node.kind === 'startEvent' && node.trigger.kind === 'compensation';

/** What has completed in a scope and can be undone, last one first. */
export function recordsIn(work: WorkingCopy, scopeInstanceId: Id<'ElementInstance'>): readonly CompensationRecord[] {
  const { compensations } = work.instance();
  if (compensations.size === 0) return [];
  return [...compensations.values()].filter((record) => record.scopeInstanceId === scopeInstanceId).toReversed();
}

/**
 * Remembers that an activity has completed and can be undone (BPMN 2.0.2 §13.5.5): because an event on its edge undoes it, an
 * event sub-process in it, or because something in it can be. What undoes something is itself not undone.
 */
export function rememberCompletion(work: WorkingCopy, element: ElementInstance): void {
  const { id: elementInstanceId, node: nodeId, parentId: scopeInstanceId, loopIndex, variables, progress } = element;
  const node = scopeInstanceId === undefined ? undefined : nodeOf(work, nodeId);
  if (scopeInstanceId === undefined || node === undefined || !isActivity(node) || progress?.compensates !== undefined) {
    return forgetRecords(work, elementInstanceId);
  }
  const isHandled = loopIndex === undefined && compensationEventOn(work, node) !== undefined;
  if (isHandled) forgetRecords(work, elementInstanceId);
  if (!isHandled && !isUndoableInside(work, element, node)) return;

  const body = loopIndex === undefined ? {} : { loopIndex };
  const isScope = innerScope(work.world.process.definition, nodeId) !== undefined && !isWhole(node, element);
  const frozen = isScope && !isHandled ? variables : {};
  const record = { id: work.nextId<'Compensation'>(), node: nodeId, scopeInstanceId, elementInstanceId, ...body };
  work.record({ type: 'CompensationRecorded', record: { ...record, variables: frozen } });
}

function isUndoableInside(work: WorkingCopy, element: ElementInstance, node: Activity): boolean {
  if (recordsIn(work, element.id).length > 0) return true;
  return !isWhole(node, element) && compensationStartIn(work, node.id) !== undefined;
}

/** Whether an element is the sum of bodies of a loop or multi-instance, and so no scope of its own. */
export const isWhole = (node: Activity, { loopIndex }: Pick<ElementInstance, 'loopIndex'>): boolean =>
  loopIndex === undefined && (node.multiInstance !== undefined || node.standardLoop !== undefined);

/** Forgets what completed in a scope that has ended, and in the scopes that completed in it. */
export function forgetRecords(work: WorkingCopy, scopeInstanceId: Id<'ElementInstance'>): void {
  for (const { id: recordId, node, elementInstanceId } of recordsIn(work, scopeInstanceId)) {
    work.record({ type: 'CompensationForgotten', recordId, node });
    forgetRecords(work, elementInstanceId);
  }
}

/** What was being undone is undone, or given up: whoever waits for it may go on. */
export function endCompensation(work: WorkingCopy, { progress }: ElementInstance): void {
  if (progress?.compensates === undefined) return;
  const { record: recordId, thrower } = progress.compensates;
  const record = work.instance().compensations.get(recordId);
  if (record !== undefined) {
    forgetRecords(work, record.elementInstanceId);
    work.record({ type: 'CompensationForgotten', recordId, node: record.node });
  }
  work.enqueue({ kind: 'resume', elementInstanceId: thrower });
}
