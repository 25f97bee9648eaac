import { joinByCondition } from './complex-gateway.js';
import { joinInclusively } from './inclusive-gateway.js';
import type { Token } from '../state/process-instance.js';
import { nodeOf, type WorkingCopy } from '../flow/working-copy.js';

/**
 * Asks every gateway that waits for what may still come whether it may go on by now: tokens elsewhere have moved or
 * ended, or variables have changed (BPMN 2.0.2 §13.4.3, §13.4.5). Says whether one did.
 */
export function recheckJoins(work: WorkingCopy): boolean {
  const { joins } = work.world.process;
  if (joins.size === 0) return false;

  const asked = new Set<string>();
  for (const token of work.instance().tokens.values()) {
    const place = `${token.scopeInstanceId} ${token.node}`;
    if (!joins.has(token.node) || asked.has(place)) continue;
    asked.add(place);
    if (mayGoOn(work, token)) return true;
  }
  return resetsInScopes(work);
}

function mayGoOn(work: WorkingCopy, { node, scopeInstanceId }: Token): boolean {
  const gateway = nodeOf(work, node);
  if (gateway.kind === 'inclusiveGateway') return joinInclusively(work, gateway, scopeInstanceId);
  return gateway.kind === 'complexGateway' && joinByCondition(work, gateway, scopeInstanceId);
}

/** Complex gateways that have fired and wait for the rest hold no token, but may begin anew when no rest can come. */
function resetsInScopes(work: WorkingCopy): boolean {
  for (const { id, progress } of work.instance().elements.values()) {
    for (const node of Object.keys(progress?.resetting ?? {})) {
      const gateway = nodeOf(work, node);
      if (gateway.kind === 'complexGateway' && joinByCondition(work, gateway, id)) return true;
    }
  }
  return false;
}
