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
}

/** Hands messages to the mail server. Resolves when the server has taken the message, rejects when it has not. */
export interface MailSender {
  send(mail: Mail): Promise<void>;
}
