import { activateElement } from '../flow/activate-element.js';
import {
  compensationEventOn,
  compensationStartIn,
  isWhole,
  recordsIn,
  type CompensationEvent,
} from './compensation-record.js';
import { isActivity } from '../../definition/flow-node.js';
import { createToken } from '../flow/leave-node.js';
import { standInFor } from '../flow/pass-node.js';
import type { ElementProgress } from '../state/element-progress.js';
import type { CompensationRecord, ElementInstance } from '../state/process-instance.js';
import { startEventSubProcess } from '../events/start-event-sub-process.js';
import { nodeOf, type WorkingCopy } from '../flow/working-copy.js';

/**
 * Undoes what an element waits to see undone, one after the other in the reverse order of completion (BPMN 2.0.2 §13.5.5).
 * Answers whether it still has to wait.
 */
export function undoNext(work: WorkingCopy, waiting: ElementInstance): boolean {
  const { compensations, elements } = work.instance();
  const before = waiting.progress?.compensating ?? [];
  const left = before.filter((id) => compensations.has(id));
  if (left.length < before.length) {
    const { id: elementInstanceId, node } = waiting;
    work.record({ type: 'ElementProgressed', elementInstanceId, node, progress: { compensating: left } });
  }
  const next = left[0] === undefined ? undefined : compensations.get(left[0]);
  if (next === undefined) return false;

  const isUnderWay = [...elements.values()].some(({ progress }) => progress?.compensates?.record === next.id);
  if (!isUnderWay) undo(work, next, waiting);
  return true;
}

function undo(work: WorkingCopy, record: CompensationRecord, waiting: ElementInstance): void {
  const event = record.loopIndex === undefined ? compensationEventOn(work, nodeOf(work, record.node)) : undefined;
  const compensates = { record: record.id, thrower: waiting.id };
  if (event === undefined) revive(work, record, { compensates });
  else runHandler(work, event, { scopeInstanceId: record.scopeInstanceId, progress: { compensates } });
}

/** The activity that undoes another one runs in the scope of that one, as part of it. */
function runHandler(
  work: WorkingCopy,
  { id: event, compensationHandler: node }: CompensationEvent,
  place: { readonly scopeInstanceId: ElementInstance['id']; readonly progress: ElementProgress },
): void {
  const { scopeInstanceId, progress } = place;
  const { id: tokenId } = createToken(work, scopeInstanceId, { node: event });
  work.record({ type: 'NodeEntered', node: event, tokenId });
  work.record({ type: 'EventCaught', node: event, kind: 'compensation' });
  work.record({ type: 'NodeCompleted', node: event, tokenId });
  work.record({ type: 'TokenConsumed', tokenId, node: event });

  const token = createToken(work, scopeInstanceId, { node });
  work.record({ type: 'NodeEntered', node, tokenId: token.id });
  activateElement(work, { ...standInFor(work, token, 'activating'), progress });
}

/** A completed scope lives again, with the variables it had, for as long as what completed in it is undone. */
function revive(work: WorkingCopy, record: CompensationRecord, progress: ElementProgress): void {
  const { elementInstanceId: id, node: nodeId, scopeInstanceId: parentId, loopIndex, variables } = record;
  const node = nodeOf(work, nodeId);
  const start = isActivity(node) && !isWhole(node, record) ? compensationStartIn(work, nodeId) : undefined;
  const compensating = recordsIn(work, id).map((inner) => inner.id);
  const element: ElementInstance = {
    id,
    node: nodeId,
    parentId,
    ...(loopIndex === undefined ? { tokenId: createToken(work, parentId, { node: nodeId }).id } : { loopIndex }),
    phase: 'activated',
    variables,
    progress: start === undefined ? { ...progress, compensating } : progress,
  };
  work.record({ type: 'ElementActivated', element });
  if (start === undefined) return work.enqueue({ kind: 'resume', elementInstanceId: id });

  work.record({ type: 'EventCaught', node: start.id, kind: 'compensation' });
  startEventSubProcess(work, start, { scope: element, variables: {} });
}
