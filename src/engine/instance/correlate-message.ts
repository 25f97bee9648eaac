import { occurOnBoundary } from './boundary-event.js';
import type { CorrelateMessage } from './command.js';
import { completeElement } from './complete-element.js';
import { reject, type Decision } from './decision.js';
import { subscribeAgain } from './message-subscription.js';
import { settle } from './settle.js';
import { nodeOf, type WorkingCopy } from './working-copy.js';

/** Decides what follows when a message reaches the one event that waits for it. */
export function correlateMessage(work: WorkingCopy, { subscriptionId, variables, actor }: CorrelateMessage): Decision {
  const subscription = work.instance().subscriptions.get(subscriptionId);
  const host = subscription && work.instance().elements.get(subscription.elementInstanceId);
  if (subscription?.kind !== 'message' || host === undefined) {
    return reject({ reason: 'subscription-not-active', subscriptionId });
  }

  const { node, message } = subscription;
  work.record({ type: 'MessageCorrelated', subscriptionId, node, message, variables, by: actor.id });
  const event = nodeOf(work, node);
  if (event.kind !== 'boundaryEvent') completeElement(work, host.id, variables);
  else {
    if (!event.interrupting) subscribeAgain(work, subscription);
    occurOnBoundary(work, event, { host, variables });
  }
  return settle(work);
}
