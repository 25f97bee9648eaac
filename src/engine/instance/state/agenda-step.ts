import type { Id } from '../../../shared/id.js';
import type { EventResult } from '../../definition/event-definition.js';

/** A step that is still to be taken before the instance rests: data, so that it can be dropped again, or kept with an incident. */
export type AgendaStep =
  /** A token has come to a node. */
  | { readonly kind: 'enter'; readonly tokenId: Id<'Token'> }
  /** An element may be able to go on: a scope whose token ended, a multi-instance whose body ended. */
  | { readonly kind: 'resume'; readonly elementInstanceId: Id<'ElementInstance'> }
  /** A multi-instance throws an event because one of its bodies has completed. */
  | { readonly kind: 'throw'; readonly elementInstanceId: Id<'ElementInstance'>; readonly result: EventResult }
  /** An event that has occurred and may occur again begins to wait anew. */
  | { readonly kind: 'await'; readonly elementInstanceId: Id<'ElementInstance'>; readonly node: string }
  /** A watched condition has become true. */
  | {
      readonly kind: 'occur';
      readonly elementInstanceId: Id<'ElementInstance'>;
      readonly subscriptionId: Id<'Subscription'>;
    };
