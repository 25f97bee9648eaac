import { unreachable } from '../../../shared/unreachable.js';
import type { Id } from '../../../shared/id.js';
import { isActivity, type Activity, type IntermediateCatchEvent } from '../../definition/flow-node.js';
import { activateElement } from './activate-element.js';
import { completeAgain } from './complete-element.js';
import { enterComplexGateway } from '../gateways/complex-gateway.js';
import { enterEventBasedGateway } from '../gateways/event-based-gateway.js';
import { enterInclusiveGateway } from '../gateways/inclusive-gateway.js';
import { enterParallelGateway } from '../gateways/parallel-gateway.js';
import { gatherTokens } from './start-quantity.js';
import { elementOn, passNode, standInFor } from './pass-node.js';
import type { Token } from '../state/process-instance.js';
import { enterThrowEvent } from '../events/throw-event.js';
import { nodeOf, type WorkingCopy } from './working-copy.js';

/** A token has come to a node: what the node does then is said by its kind. */
export function enterNode(work: WorkingCopy, tokenId: Id<'Token'>): void {
  const token = work.instance().tokens.get(tokenId);
  // A multi-instance that had enough may have ended the body that the token moved in.
  if (token === undefined) return;

  work.record({ type: 'NodeEntered', node: token.node, tokenId });
  const node = nodeOf(work, token.node);
  if (isActivity(node)) return enterActivity(work, token, node);
  switch (node.kind) {
    case 'startEvent':
    case 'boundaryEvent':
      return enterOccurred(work, token);
    // Which way an exclusive gateway chooses is said by its machine: engine/machine/ways-out.ts.
    case 'exclusiveGateway':
      return passNode(work, token);
    case 'endEvent':
    case 'intermediateThrowEvent':
      return enterThrowEvent(work, token, node);
    case 'parallelGateway':
      return enterParallelGateway(work, token);
    case 'inclusiveGateway':
      return enterInclusiveGateway(work, node, token);
    case 'complexGateway':
      return enterComplexGateway(work, node, token);
    case 'eventBasedGateway':
      return enterEventBasedGateway(work, node, token);
    case 'intermediateCatchEvent':
      return enterCatchEvent(work, token, node);
    default:
      return unreachable(node);
  }
}

function enterActivity(work: WorkingCopy, token: Token, node: Activity): void {
  if (node.kind === 'receiveTask' && completeIfOccurred(work, token)) return;
  if (gatherTokens(work, token, node)) activateElement(work, standInFor(work, token, 'activating'));
}

function enterCatchEvent(work: WorkingCopy, token: Token, node: IntermediateCatchEvent): void {
  if (completeIfOccurred(work, token)) return;
  if (node.trigger.kind !== 'link') return activateElement(work, standInFor(work, token, 'activating'));

  work.record({ type: 'EventCaught', node: node.id, kind: 'link', name: node.trigger.link });
  passNode(work, token);
}

function enterOccurred(work: WorkingCopy, token: Token): void {
  if (!completeIfOccurred(work, token)) passNode(work, token);
}

/** Completes an event that the token was put on because it had occurred already; answers whether it was. */
function completeIfOccurred(work: WorkingCopy, token: Token): boolean {
  const element = elementOn(work, token.id);
  if (element?.phase !== 'completing') return false;
  completeAgain(work, element.id);
  return true;
}
