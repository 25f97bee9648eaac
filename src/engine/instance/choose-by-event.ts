import type { JsonObject } from '../../shared/json.js';
import type { FlowNode } from '../definition/flow-node.js';
import { bringToEvent } from './arrive-on-event.js';
import { withdrawWork } from './element-work.js';
import { tokenOn } from './pass-node.js';
import type { ElementInstance } from './process-instance.js';
import { nodeOf, type WorkingCopy } from './working-copy.js';

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

  withdrawWork(work, id);
  work.record({ type: 'ElementEnded', elementInstanceId: id, node, how: 'completed' });
  work.record({ type: 'NodeCompleted', node, tokenId: token.id });
  work.record({ type: 'TokenMoved', tokenId: token.id, node: event.node.id, via });
  bringToEvent(work, { ...token, node: event.node.id, via }, event.variables);
  work.enqueue({ kind: 'enter', tokenId: token.id });
}
