import { createHash } from 'node:crypto';
import type { TenantId } from '../runtime/ports.js';

/** One message to one person, by e-mail. */
export interface Mail {
  readonly tenant: TenantId;
  readonly to: string;
  readonly subject: string;
  /** Plain text; what a person reads. */
  readonly text: string;
  /** The same for every attempt at the same message, so that a receiver can tell a repetition. */
  readonly key: string;
  /** iCalendar text of an invitation, with its METHOD. */
  readonly calendar?: string;
}

/**
 * Hands messages to the mail server. Resolves when the server has taken the message; rejects with `RefusedForGood` when it
 * never will, with anything else when it may be tried again.
 */
export interface MailSender {
  send(mail: Mail): Promise<void>;
}

/** The Message-ID of a mail. The key names a case; a receiver needs only to know that two messages are the same. */
export function messageIdOf(key: string): string {
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@boligflyt>`;
}
