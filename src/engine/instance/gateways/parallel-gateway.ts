import { passNode } from '../flow/pass-node.js';
import type { Token } from '../state/process-instance.js';
import { firstOfEach, waitingAt } from './waiting-join.js';
import { nodeOf, type WorkingCopy } from '../flow/working-copy.js';

/**
 * AND-join and AND-split (BPMN 2.0.2 §13.4.1): fires when each incoming flow holds a token, takes the oldest of each and
 * leaves the surplus waiting. One of the tokens goes on; the others end here.
 */
export function enterParallelGateway(work: WorkingCopy, arrived: Token): void {
  const joined = oldestOfEachFlow(work, arrived);
  if (joined === undefined) return;

  const [first, ...others] = joined;
  for (const token of others) work.record({ type: 'TokenConsumed', tokenId: token.id, node: token.node });
  passNode(work, first ?? arrived);
}

/** Lets the parallel gateways look again that tokens wait at: the ways into them may be fewer than they were. */
export function joinAgain(work: WorkingCopy): void {
  for (const { id } of [...work.instance().tokens.values()]) {
    const token = work.instance().tokens.get(id);
    const isWaiting = token !== undefined && !isStanding(work, token);
    if (isWaiting && nodeOf(work, token.node).kind === 'parallelGateway') enterParallelGateway(work, token);
  }
}

const isStanding = (work: WorkingCopy, token: Token): boolean =>
  work.isArriving(token.id) || [...work.instance().elements.values()].some(({ tokenId }) => tokenId === token.id);

function oldestOfEachFlow(work: WorkingCopy, arrived: Token): readonly Token[] | undefined {
  const { id, incoming } = nodeOf(work, arrived.node);
  // A token that came by no flow was placed here by hand: there is nothing to wait for.
  if (incoming.length < 2 || arrived.via === undefined) return [arrived];

  const oldest = firstOfEach(waitingAt(work, arrived.scopeInstanceId, id).waiting, incoming);
  return oldest.length === incoming.length ? oldest : undefined;
}
