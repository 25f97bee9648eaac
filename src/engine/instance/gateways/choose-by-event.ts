import type { JsonObject } from '../../../shared/json.js';
import type { FlowNode } from '../../definition/flow-node.js';
import { bringToEvent } from '../events/arrive-on-event.js';
import { withdrawWaits, withdrawWork } from '../flow/element-work.js';
import { createToken } from '../flow/leave-node.js';
import { tokenOn } from '../flow/pass-node.js';
import type { ElementInstance } from '../state/process-instance.js';
import { nodeOf, type WorkingCopy } from '../flow/working-copy.js';

/** The event that came first chooses the way out of an event-based gateway (BPMN 2.0.2 §13.4.4); the others are given up. */
export function chooseByEvent(
  work: WorkingCopy,
  gateway: ElementInstance,
  event: { readonly node: FlowNode; readonly variables: JsonObject },
): void {
  const token = tokenOn(work, gateway);
  const { id, node } = gateway;
  const via = nodeOf(work, node).outgoing.find((flow) => event.node.incoming.includes(flow));
  if (token === undefined || via === undefined)
    throw new Error(`Expected a way from '${node}' to '${event.node.id}', but there is none`);

  const awaited = gateway.progress?.awaited?.filter((one) => one !== event.node.id) ?? [];
  if (awaited.length > 0) return goByOneOfAll(work, gateway, { ...event, via, awaited });
  withdrawWork(work, id);
  work.record({ type: 'ElementEnded', elementInstanceId: id, node, how: 'completed' });
  work.record({ type: 'NodeCompleted', node, tokenId: token.id });
  work.record({ type: 'TokenMoved', tokenId: token.id, node: event.node.id, via });
  bringToEvent(work, { ...token, node: event.node.id, via }, event.variables);
  work.enqueue({ kind: 'enter', tokenId: token.id });
}

interface OneOfAll {
  readonly node: FlowNode;
  readonly variables: JsonObject;
  readonly via: string;
  /** The events that have not come yet. */
  readonly awaited: readonly string[];
}

/** One of the events of a parallel gateway goes its way; the gateway goes on waiting for the others (BPMN 2.0.2 §10.6.6). */
function goByOneOfAll(work: WorkingCopy, { id, node, parentId }: ElementInstance, event: OneOfAll): void {
  if (parentId === undefined) throw new Error(`Expected '${node}' to stand in a scope, but it does not`);

  const { awaited, via } = event;
  withdrawWaits(work, id, (waiting) => waiting === event.node.id);
  work.record({ type: 'ElementProgressed', elementInstanceId: id, node, progress: { awaited } });
  const token = createToken(work, parentId, { node: event.node.id, via });
  bringToEvent(work, token, event.variables);
  work.enqueue({ kind: 'enter', tokenId: token.id });
}
