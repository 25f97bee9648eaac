import type { MessageSubscription } from '../../engine/index.js';
import type { Instant } from '../../shared/time.js';
import type { Change } from './change.js';
import { eventsOf } from './change.js';

/** A message that is awaited from now on. */
export interface SubscriptionRow extends Omit<MessageSubscription, 'elementInstanceId'> {
  readonly instance: string;
  readonly createdAt: Instant;
}

/** The messages that a change began to wait for, and still waits for. */
export const rowsOfSubscriptions = (change: Change): readonly SubscriptionRow[] =>
  eventsOf(change, 'MessageSubscribed')
    .filter(({ subscription }) => change.after.subscriptions.has(subscription.id))
    .map(({ subscription: { elementInstanceId: _element, ...shown }, at }) => ({
      ...shown,
      instance: change.after.id,
      createdAt: at,
    }));

/** The subscriptions that a change ended. */
export const endedSubscriptions = (change: Change): readonly string[] =>
  eventsOf(change, 'MessageCorrelated', 'MessageUnsubscribed').map(({ subscriptionId }) => subscriptionId);
