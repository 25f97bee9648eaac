import type { Activity } from '../../definition/flow-node.js';
import type { Token } from '../state/process-instance.js';
import { waitingAt } from '../gateways/waiting-join.js';
import type { WorkingCopy } from './working-copy.js';

/**
 * Whether enough tokens have come for an activity to begin (BPMN 2.0.2 §13.3.2, startQuantity): it begins with one of
 * them, and the others end here. Until then they wait.
 */
export function gatherTokens(work: WorkingCopy, arrived: Token, { id, startQuantity = 1 }: Activity): boolean {
  if (startQuantity <= 1 || arrived.via === undefined) return true;

  const others = waitingAt(work, arrived.scopeInstanceId, id).waiting.filter((token) => token.id !== arrived.id);
  if (others.length < startQuantity - 1) return false;
  for (const token of others.slice(0, startQuantity - 1)) {
    work.record({ type: 'TokenConsumed', tokenId: token.id, node: id });
  }
  return true;
}
