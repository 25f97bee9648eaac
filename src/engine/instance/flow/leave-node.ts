import { isActivity } from '../../definition/flow-node.js';
import type { SequenceFlow } from '../../definition/sequence-flow.js';
import { waysOut, type WaysOut } from '../../machine/ways-out.js';
import { complexWays } from '../gateways/complex-state.js';
import type { Problem } from './problem.js';
import type { ElementProgress } from '../state/element-progress.js';
import type { Token } from '../state/process-instance.js';
import { nodeOf, type WorkingCopy } from './working-copy.js';
import { sightFrom } from './sight-from.js';

/** In which phase a complex gateway is left (BPMN 2.0.2 §13.4.5); a gateway of any other kind has none. */
export type GatewayPhase = Pick<ElementProgress, 'isReset'>;

/**
 * Moves a token off its node: along one flow, split over several (BPMN 2.0.2 §13.3.1), or to its end where no flow
 * leads on. Fails when no flow may be taken or a condition has no value.
 */
export function leaveNode(work: WorkingCopy, token: Token, phase: GatewayPhase = {}): Problem | undefined {
  const ways = waysFor(work, token, phase);
  if (!ways.ok) return ways;

  work.record({ type: 'NodeCompleted', node: token.node, tokenId: token.id });
  const times = quantityOf(work, token);
  const [first, ...others] =
    times === 1 ? ways.flows : ways.flows.flatMap((flow) => Array<SequenceFlow>(times).fill(flow));
  if (first === undefined) endToken(work, token);
  else moveToken(work, token, first);
  for (const flow of others) placeToken(work, token.scopeInstanceId, { node: flow.target, via: flow.id });
  return undefined;
}

/** How many tokens leave by each way (BPMN 2.0.2 §13.3.2, completionQuantity). */
function quantityOf(work: WorkingCopy, { node: id }: Token): number {
  const node = nodeOf(work, id);
  return isActivity(node) ? (node.completionQuantity ?? 1) : 1;
}

function waysFor(work: WorkingCopy, token: Token, phase: GatewayPhase): WaysOut {
  const node = nodeOf(work, token.node);
  if (node.kind === 'complexGateway') return complexWays(work, node, { token, isStart: phase.isReset !== true });
  return waysOut(work.world.process, node, sightFrom(work, token.scopeInstanceId));
}

/** Puts a new token on a node: on a start or boundary event, or on another way of a split. */
export function placeToken(
  work: WorkingCopy,
  scopeInstanceId: Token['scopeInstanceId'],
  place: Pick<Token, 'node' | 'via'>,
): void {
  work.enqueue({ kind: 'enter', tokenId: createToken(work, scopeInstanceId, place).id });
}

/** Makes a token that somebody else lets enter its node. */
export function createToken(
  work: WorkingCopy,
  scopeInstanceId: Token['scopeInstanceId'],
  place: Pick<Token, 'node' | 'via'>,
): Token {
  const token: Token = { id: work.nextId(), scopeInstanceId, ...place, since: work.command.at };
  work.record({ type: 'TokenCreated', token });
  return token;
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
