import type { SequenceFlow } from '../definition/sequence-flow.js';
import { waysOut } from '../machine/ways-out.js';
import type { Problem } from './problem.js';
import type { Token } from './process-instance.js';
import { variablesInSight } from './read-variables.js';
import { nodeOf, type WorkingCopy } from './working-copy.js';

/**
 * Moves a token off its node: along one flow, split over several (BPMN 2.0.2 §13.3.1), or to its end where no flow
 * leads on. Fails when no flow may be taken or a condition has no value.
 */
export function leaveNode(work: WorkingCopy, token: Token): Problem | undefined {
  const variables = variablesInSight(work.instance(), token.scopeInstanceId);
  const ways = waysOut(work.world.process, nodeOf(work, token.node), variables);
  if (!ways.ok) return ways;

  work.record({ type: 'NodeCompleted', node: token.node, tokenId: token.id });
  const [first, ...others] = ways.flows;
  if (first === undefined) endToken(work, token);
  else moveToken(work, token, first);
  for (const flow of others) placeToken(work, token.scopeInstanceId, { node: flow.target, via: flow.id });
  return undefined;
}

/** Puts a new token on a node: on a start or boundary event, or on another way of a split. */
export function placeToken(
  work: WorkingCopy,
  scopeInstanceId: Token['scopeInstanceId'],
  place: Pick<Token, 'node' | 'via'>,
): void {
  const token: Token = { id: work.nextId(), scopeInstanceId, ...place, since: work.command.at };
  work.record({ type: 'TokenCreated', token });
  work.enqueue({ kind: 'enter', tokenId: token.id });
}

/** Takes a token away and lets its scope see whether it was the last one. */
export function endToken(work: WorkingCopy, token: Token): void {
  work.record({ type: 'TokenConsumed', tokenId: token.id, node: token.node });
  work.enqueue({ kind: 'resume', elementInstanceId: token.scopeInstanceId });
}

function moveToken(work: WorkingCopy, token: Token, flow: SequenceFlow): void {
  work.record({ type: 'TokenMoved', tokenId: token.id, node: flow.target, via: flow.id });
  work.enqueue({ kind: 'enter', tokenId: token.id });
}
