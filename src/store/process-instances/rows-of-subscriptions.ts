import type { Subscription } from '../../engine/index.js';
import type { Instant } from '../../shared/time.js';
import type { Change } from './change.js';
import { eventsOf } from './change.js';
import { renamedIn } from './renamed-in.js';

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

/**
 * The messages and signals that a change began to wait for, and still waits for, and those that are awaited elsewhere now.
 * What only the case itself sees has no row.
 */
export function rowsOfSubscriptions(change: Change): readonly SubscriptionRow[] {
  const begun = eventsOf(change, 'MessageSubscribed', 'EventSubscribed').map(({ subscription }) => subscription.id);
  const moved = renamedIn(change, ({ subscriptions }) => subscriptions);
  return [...new Set([...begun, ...moved])].flatMap((id) => {
    const subscription = change.after.subscriptions.get(id);
    return subscription === undefined ? [] : rowOf(change, subscription);
  });
}

function rowOf({ after, command }: Change, subscription: Subscription): readonly SubscriptionRow[] {
  const { id, node } = subscription;
  const row = { id, instance: after.id, node, createdAt: command.at };
  if (subscription.kind === 'signal') return [{ ...row, kind: 'signal', message: subscription.signal }];
  if (subscription.kind !== 'message') return [];

  const { message, correlationKey } = subscription;
  return [{ ...row, kind: 'message', message, ...(correlationKey === undefined ? {} : { correlationKey }) }];
}

/** The subscriptions that a change ended. */
export const endedSubscriptions = (change: Change): readonly { readonly id: string }[] =>
  eventsOf(change, 'MessageCorrelated', 'MessageUnsubscribed', 'EventOccurred', 'EventUnsubscribed').map(
    ({ subscriptionId: id }) => ({ id }),
  );
