import type { MapEditor } from './map-editor.js';
import type { ProcessEvent } from '../facts/process-event.js';
import type { ProcessInstance, Subscription } from './process-instance.js';

/** Facts about messages, signals and conditions that are awaited or sent. */
export type SubscriptionEvent = Extract<
  ProcessEvent,
  {
    readonly type:
      | 'MessageSubscribed'
      | 'MessageCorrelated'
      | 'MessageUnsubscribed'
      | 'MessageThrown'
      | 'SignalThrown'
      | 'EventSubscribed'
      | 'EventOccurred'
      | 'EventUnsubscribed'
      | 'ConditionAsked';
  }
>;

/** Folds a fact about a subscription. */
export function evolveSubscriptions(
  edit: MapEditor,
  instance: ProcessInstance,
  event: SubscriptionEvent,
): ProcessInstance {
  const { subscriptions } = instance;
  switch (event.type) {
    case 'MessageSubscribed':
    case 'EventSubscribed':
      return { ...instance, subscriptions: edit.withEntry(subscriptions, event.subscription.id, event.subscription) };
    case 'MessageCorrelated':
    case 'MessageUnsubscribed':
    case 'EventOccurred':
    case 'EventUnsubscribed':
      return { ...instance, subscriptions: edit.withoutEntry(subscriptions, event.subscriptionId) };
    case 'ConditionAsked': {
      const asked = (one: Subscription): Subscription =>
        one.kind === 'condition' ? { ...one, held: event.held } : one;
      return { ...instance, subscriptions: edit.withChanged(subscriptions, event.subscriptionId, asked) };
    }
    case 'MessageThrown':
    case 'SignalThrown':
      // The outside hears it by the effects of the event.
      return instance;
  }
}
