import type { Id } from '../../../shared/id.js';
import { leaveNode, type GatewayPhase } from './leave-node.js';
import type { ElementInstance, ElementPhase, Token } from '../state/process-instance.js';
import { runPhase } from './run-phase.js';
import type { WorkingCopy } from './working-copy.js';

/**
 * Lets a token go through a node that does not wait. Only when it gets stuck does the node get an element instance, whose
 * completion can then be taken up again like that of any other.
 */
export function passNode(work: WorkingCopy, token: Token, phase: GatewayPhase = {}): void {
  runPhase(
    work,
    () => leaveNode(work, token, phase),
    () => ({ ...standInFor(work, token, 'completing'), ...(phase.isReset === true ? { progress: phase } : {}) }),
  );
}

/** An element instance for a node that has none of its own, so that an incident has a place. */
export function standInFor(work: WorkingCopy, token: Token, phase: ElementPhase): ElementInstance {
  const { node, scopeInstanceId: parentId, id: tokenId } = token;
  return { id: work.nextId<'ElementInstance'>(), node, parentId, tokenId, phase, variables: {} };
}

/** The token that stands on an element, or undefined for the process itself and the bodies of a multi-instance. */
export function tokenOn(work: WorkingCopy, element: ElementInstance): Token | undefined {
  const tokenId: Id<'Token'> | undefined = element.tokenId;
  return tokenId === undefined ? undefined : work.instance().tokens.get(tokenId);
}

/** The element that stands on a token, if there is one. */
export function elementOn(work: WorkingCopy, tokenId: Id<'Token'>): ElementInstance | undefined {
  return work.groups().standing.of(tokenId)[0];
}
