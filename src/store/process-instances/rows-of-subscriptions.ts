import type { Instant } from '../../shared/time.js';
import type { Change } from './change.js';
import { eventsOf } from './change.js';

/** A message or signal that is awaited from now on. */
export interface SubscriptionRow {
  readonly id: string;
  readonly instance: string;
  readonly node: string;
  readonly kind: 'message' | 'signal';
  /** Name of the message or signal. */
  readonly message: string;
  readonly correlationKey?: string;
  readonly createdAt: Instant;
}

/** The messages and signals that a change began to wait for, and still waits for. What only the case itself sees has no row. */
export const rowsOfSubscriptions = (change: Change): readonly SubscriptionRow[] =>
  eventsOf(change, 'MessageSubscribed', 'EventSubscribed').flatMap(
    ({ subscription, at }): readonly SubscriptionRow[] => {
      if (!change.after.subscriptions.has(subscription.id)) return [];
      const { id, node } = subscription;
      const row = { id, instance: change.after.id, node, createdAt: at };
      if (subscription.kind === 'signal') return [{ ...row, kind: 'signal', message: subscription.signal }];
      if (subscription.kind !== 'message') return [];
      const { message, correlationKey } = subscription;
      return [{ ...row, kind: 'message', message, ...(correlationKey === undefined ? {} : { correlationKey }) }];
    },
  );

/** The subscriptions that a change ended. */
export const endedSubscriptions = (change: Change): readonly string[] =>
  eventsOf(change, 'MessageCorrelated', 'MessageUnsubscribed', 'EventOccurred', 'EventUnsubscribed').map(
    ({ subscriptionId }) => subscriptionId,
  );
