import type { Id } from '../../../shared/id.js';
import type { InclusiveGateway } from '../../definition/flow-node.js';
import { passNode } from '../flow/pass-node.js';
import type { Token } from '../state/process-instance.js';
import { firstOfEach, mayStillCome, waitingAt } from './waiting-join.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/**
 * OR-join and OR-split (BPMN 2.0.2 §13.4.3): goes on when nothing can come any more by the flows that have no token, with
 * one token of each flow that has one; every way out whose condition holds gets a token.
 */
export function enterInclusiveGateway(work: WorkingCopy, gateway: InclusiveGateway, arrived: Token): void {
  // A token that came by no flow was placed here by hand: there is nothing to wait for.
  if (gateway.incoming.length < 2 || arrived.via === undefined) passNode(work, arrived);
  else joinInclusively(work, gateway, arrived.scopeInstanceId);
}

/** Lets an OR-join of one scope go on if it may; says whether it did. */
export function joinInclusively(
  work: WorkingCopy,
  { id, incoming }: InclusiveGateway,
  scopeInstanceId: Id<'ElementInstance'>,
): boolean {
  const reach = work.world.process.joins.get(id);
  const tokens = waitingAt(work, scopeInstanceId, id);
  if (reach === undefined || tokens.isAwaiting) return false;

  const joined = firstOfEach(tokens.waiting, incoming);
  const served = joined.flatMap(({ via }) => via ?? []);
  const missing = incoming.filter((flow) => !served.includes(flow));
  const [first, ...others] = joined;
  if (first === undefined || mayStillCome(reach, tokens.elsewhere, { missing, served })) return false;

  for (const token of others) work.record({ type: 'TokenConsumed', tokenId: token.id, node: id });
  passNode(work, first);
  return true;
}
