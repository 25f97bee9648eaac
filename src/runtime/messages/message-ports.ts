import type { Actor } from '../../engine/index.js';
import type { Id } from '../../shared/id.js';
import type { JsonObject } from '../../shared/json.js';
import type { Instant } from '../../shared/time.js';
import type { TenantId } from '../ports.js';
import type { MessageAddress } from './message-rule.js';

/** A message that is to be delivered: to one receiver, or to everybody where it is a broadcast. */
export interface MessageToSend extends Pick<MessageAddress, 'name' | 'correlationKey' | 'target'> {
  readonly variables: JsonObject;
  /** In whose name it comes. */
  readonly actor: Actor;
  /** ISO 8601 duration for which it is kept for somebody to take it; absent: what `keptUntil` says. */
  readonly timeToLive?: string;
  /** The sender's own name for it: the same once more, while it is remembered, is the first one and no other. */
  readonly messageId?: string;
  /** Everybody who waits takes it, and all that it starts starts. */
  readonly isBroadcast: boolean;
  /** The case that sent it. */
  readonly sender?: Id<'ProcessInstance'>;
}

/** A message on its way, taken, or too old. */
export interface KeptMessage extends MessageToSend {
  readonly id: Id<'KeptMessage'>;
  readonly state: 'waiting' | 'taken' | 'expired';
  readonly publishedAt: Instant;
  /** After this instant nobody takes it; absent: it waits until its target does. */
  readonly expiresAt?: Instant;
  /** The subscriptions and starts that took it. */
  readonly receivers: readonly string[];
  readonly correlated: readonly Id<'ProcessInstance'>[];
  readonly started: readonly Id<'ProcessInstance'>[];
}

/**
 * Every message is written here before it is delivered, so that none is lost. That somebody took it is written by the store,
 * in the transaction of the command that it came by (`CommandRequest.takes`), so that none comes twice.
 */
export interface MessageBuffer {
  /**
   * Writes a message behind all that came before it. One whose name and `messageId` are remembered is not written again: the
   * answer is then the first one, whatever has become of it.
   */
  keep(tenant: TenantId, message: MessageToSend): Promise<KeptMessage>;
  /**
   * Waiting messages that somebody could take now, the oldest first: those that were never offered, and those within their life
   * for which a case waits or which start a process. With `like`, only those with its name and key.
   */
  deliverable(
    tenant: TenantId,
    limit: number,
    like?: Pick<MessageAddress, 'name' | 'correlationKey'>,
  ): Promise<readonly KeptMessage[]>;
  /**
   * Notes that a message was offered to everybody who could take it, and answers what has become of it. It is over (`taken`) where
   * somebody took it, and (`expired`) where its life is; else it goes on waiting.
   */
  settle(tenant: TenantId, id: Id<'KeptMessage'>): Promise<KeptMessage>;
  /**
   * Ends the life of waiting messages that were offered and are too old, and forgets those that were over for long enough: after
   * their life, and a day at least. Answers how many expired.
   */
  sweep(tenant: TenantId): Promise<number>;
}
