import type { NoticeChannel } from '../../engine/index.js';
import type { TenantId } from '../../runtime/ports.js';

/** A message as a channel gets it. */
export interface OutgoingMessage {
  readonly tenant: TenantId;
  /** The same for every attempt at the same message, so that a receiver can tell a repetition. */
  readonly key: string;
  /** E-mail address, telephone number, or the id of a person. */
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  /** iCalendar text of an invitation. */
  readonly calendar?: string;
}

/**
 * A way to people that leaves Boligflyt. Resolves once the receiver's side has taken the message. Rejects with `RefusedForGood` when
 * it never will, with anything else when it may be tried again. The same key twice is one message for the receiver.
 */
export interface MessageChannel {
  hand(message: OutgoingMessage): Promise<{ readonly providerId: string }>;
}

/** The receiver's side will never take this message: no such address, or not this message. */
export class RefusedForGood extends Error {}

/** The channels that this installation has beside the inbox. */
export type MessageChannels = Readonly<Partial<Record<Exclude<NoticeChannel, 'inbox'>, MessageChannel>>>;
