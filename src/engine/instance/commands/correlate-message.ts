import type { CorrelateMessage } from './command.js';
import { reject, type Decision } from './decision.js';
import { hearSubscription } from '../events/satisfy-wait.js';
import { settle } from './settle.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** Decides what follows when a message reaches the one event that waits for it. */
export function correlateMessage(work: WorkingCopy, { subscriptionId, variables }: CorrelateMessage): Decision {
  const subscription = work.instance().subscriptions.get(subscriptionId);
  if (subscription?.kind !== 'message') return reject({ reason: 'subscription-not-active', subscriptionId });

  hearSubscription(work, subscription, variables);
  return settle(work);
}
