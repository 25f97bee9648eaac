import type { KeptMessage } from '../../runtime/messages/message-ports.js';
import type { MessageTarget } from '../../engine/index.js';
import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';

/** A message as its row has it. */
export interface MessageRow extends Omit<
  KeptMessage,
  'correlationKey' | 'messageId' | 'target' | 'sender' | 'expiresAt' | 'timeToLive'
> {
  readonly correlationKey: string | null;
  readonly messageId: string | null;
  readonly target: MessageTarget | null;
  readonly sender: Id<'ProcessInstance'> | null;
  readonly expiresAt: Instant | null;
}

/** The columns of a `MessageRow`, of the table `m`. */
export const messageColumns = `
  m.id::text as id, m.name, m.correlation_key as "correlationKey", m.message_id as "messageId", m.target,
  m.broadcast as "isBroadcast", m.variables, m.actor, m.sender, m.state, m.published_at as "publishedAt",
  m.expires_at as "expiresAt", m.receivers, m.correlated, m.started`;

/** A message from its row. */
export function messageOf({ correlationKey, messageId, target, sender, expiresAt, ...row }: MessageRow): KeptMessage {
  return {
    ...row,
    ...(correlationKey === null ? {} : { correlationKey }),
    ...(messageId === null ? {} : { messageId }),
    ...(target === null ? {} : { target }),
    ...(sender === null ? {} : { sender }),
    ...(expiresAt === null ? {} : { expiresAt }),
  };
}
