import type { Id } from '../../shared/id.js';
import { activateElement } from './activate-element.js';
import { enterComplexGateway } from './complex-gateway.js';
import { enterEventBasedGateway } from './event-based-gateway.js';
import { enterInclusiveGateway } from './inclusive-gateway.js';
import { enterParallelGateway } from './parallel-gateway.js';
import { passNode, standInFor } from './pass-node.js';
import { nodeOf, type WorkingCopy } from './working-copy.js';

/** A token has come to a node: what the node does then is said by its kind. */
export function enterNode(work: WorkingCopy, tokenId: Id<'Token'>): void {
  const token = work.instance().tokens.get(tokenId);
  // A multi-instance that had enough may have ended the body that the token moved in.
  if (token === undefined) return;

  work.record({ type: 'NodeEntered', node: token.node, tokenId });
  const node = nodeOf(work, token.node);
  switch (node.kind) {
    case 'startEvent':
    case 'boundaryEvent':
    // Which way an exclusive gateway chooses is said by its machine: engine/machine/ways-out.ts.
    case 'exclusiveGateway':
    case 'endEvent':
      return passNode(work, token);
    case 'parallelGateway':
      return enterParallelGateway(work, token);
    case 'inclusiveGateway':
      return enterInclusiveGateway(work, node, token);
    case 'complexGateway':
      return enterComplexGateway(work, node, token);
    case 'eventBasedGateway':
      return enterEventBasedGateway(work, node, token);
    case 'userTask':
    case 'serviceTask':
    case 'manualTask':
    case 'task':
    case 'subProcess':
    case 'callActivity':
    case 'intermediateCatchEvent':
      return activateElement(work, standInFor(work, token, 'activating'));
    default:
      throw new Error(`Expected '${token.node}' to be executable, but nothing executes it yet`);
  }
}
