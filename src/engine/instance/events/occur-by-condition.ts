import type { Id } from '../../../shared/id.js';
import { conditionThatHolds, holdsNow } from './conditions.js';
import { hearSubscription } from './satisfy-wait.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** Lets the next event occur whose condition has become true (BPMN 2.0.2 §10.5.5); answers whether one has. */
export function occurByCondition(work: WorkingCopy): boolean {
  const condition = conditionThatHolds(work);
  if (condition === undefined) return false;
  work.enqueue({ kind: 'occur', subscriptionId: condition.id, elementInstanceId: condition.elementInstanceId });
  return true;
}

/** Lets an event occur whose condition has become true; one that is no longer watched, or no longer holds, does not. */
export function occurIfItHolds(work: WorkingCopy, id: Id<'Subscription'>): void {
  const subscription = work.instance().subscriptions.get(id);
  if (subscription?.kind === 'condition' && holdsNow(work, subscription)) hearSubscription(work, subscription, {});
}
