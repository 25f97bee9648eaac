import { passNode } from './pass-node.js';
import type { Token } from './process-instance.js';
import { nodeOf, type WorkingCopy } from './working-copy.js';

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

function oldestOfEachFlow(work: WorkingCopy, arrived: Token): readonly Token[] | undefined {
  const { incoming } = nodeOf(work, arrived.node);
  if (incoming.length < 2) return [arrived];

  const waiting = waitingTokens(work, arrived);
  const oldest = incoming.flatMap((flow) => waiting.find((token) => token.via === flow) ?? []);
  return oldest.length === incoming.length ? oldest : undefined;
}

// Tokens stand in the order of arrival, so the first one found by a flow is the oldest.
function waitingTokens(work: WorkingCopy, arrived: Token): readonly Token[] {
  const { tokens, elements } = work.instance();
  const stuck = new Set([...elements.values()].map((element) => element.tokenId));
  return [...tokens.values()].filter(
    (token) =>
      token.node === arrived.node &&
      token.scopeInstanceId === arrived.scopeInstanceId &&
      !stuck.has(token.id) &&
      !work.isArriving(token.id),
  );
}
