import type { Id } from '../../../shared/id.js';
import type { JsonObject } from '../../../shared/json.js';
import type { EventBasedGateway } from '../../definition/flow-node.js';
import { bringToEvent } from './arrive-on-event.js';
import { eventsBehind } from '../gateways/event-based-gateway.js';
import { createToken } from '../flow/leave-node.js';
import { standInFor } from '../flow/pass-node.js';
import { nodeOf, type WorkingCopy } from '../flow/working-copy.js';

interface FirstEvent {
  readonly node: string;
  readonly variables: JsonObject;
}

/**
 * Puts the first token of a process where it begins. An event behind an instantiating gateway begins by the gateway
 * (BPMN 2.0.2 §10.6.6): a parallel one goes on waiting for its other events.
 */
export function beginAtEvent(work: WorkingCopy, scopeInstanceId: Id<'ElementInstance'>, event: FirstEvent): void {
  const before = gatewayBefore(work, event.node);
  if (before === undefined) {
    return bringToEvent(work, createToken(work, scopeInstanceId, { node: event.node }), event.variables);
  }

  const { gateway, via } = before;
  const first = createToken(work, scopeInstanceId, { node: gateway.id });
  const others = eventsBehind(work, gateway).filter(({ id }) => id !== event.node);
  if (gateway.parallel && others.length > 0) {
    const element = standInFor(work, first, 'activating');
    const progress = { awaited: others.map(({ id }) => id) };
    work.record({ type: 'ElementActivated', element: { ...element, progress } });
    return bringToEvent(work, createToken(work, scopeInstanceId, { node: event.node, via }), event.variables);
  }
  work.record({ type: 'NodeEntered', node: gateway.id, tokenId: first.id });
  work.record({ type: 'NodeCompleted', node: gateway.id, tokenId: first.id });
  work.record({ type: 'TokenMoved', tokenId: first.id, node: event.node, via });
  bringToEvent(work, { ...first, node: event.node, via }, event.variables);
}

function gatewayBefore(
  work: WorkingCopy,
  event: string,
): { readonly gateway: EventBasedGateway; readonly via: string } | undefined {
  const { flows, nodes } = work.world.process.definition;
  for (const via of nodeOf(work, event).incoming) {
    const gateway = nodes.get(flows.get(via)?.source ?? '');
    if (gateway?.kind === 'eventBasedGateway' && gateway.instantiate) return { gateway, via };
  }
  return undefined;
}
