import type { JsonObject } from '../../../shared/json.js';
import type { Activity, BoundaryEvent } from '../../definition/flow-node.js';
import { bringToEvent } from './arrive-on-event.js';
import { terminateElement } from '../flow/element-work.js';
import { openTrigger } from './event-trigger.js';
import { createToken } from '../flow/leave-node.js';
import type { Problem } from '../flow/problem.js';
import type { ElementInstance } from '../state/process-instance.js';
import { nodeOf, type WorkingCopy } from '../flow/working-copy.js';

/** Lets the events on an activity's edge wait for as long as it is alive (BPMN 2.0.2 §13.5.3). */
export function openBoundaryEvents(work: WorkingCopy, host: ElementInstance, node: Activity): Problem | undefined {
  for (const id of node.boundaryEvents) {
    const event = nodeOf(work, id);
    // An event without a trigger never occurs on an edge; it must not pass for the host's own.
    if (event.kind !== 'boundaryEvent' || event.trigger.kind === 'none') continue;
    const problem = openTrigger(work, host, event);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** An event on the edge has occurred: a token leaves by it, and an interrupting one ends the activity. */
export function occurOnBoundary(
  work: WorkingCopy,
  event: BoundaryEvent,
  occurrence: { readonly host: ElementInstance; readonly variables: JsonObject },
): void {
  const { host, variables } = occurrence;
  if (host.parentId === undefined)
    throw new Error(`Expected '${event.id}' to sit on an activity, but it sits on the process`);

  const token = createToken(work, host.parentId, { node: event.id });
  bringToEvent(work, token, variables);
  const hostToken = host.tokenId;
  if (event.interrupting) {
    terminateElement(work, host);
    if (hostToken !== undefined) work.record({ type: 'TokenConsumed', tokenId: hostToken, node: host.node });
  }
  work.enqueue({ kind: 'enter', tokenId: token.id });
}
