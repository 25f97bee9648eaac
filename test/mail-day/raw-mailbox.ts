import { startMailServer } from '../../src/app/mail/mail-server.js';
import type { MailServer } from '../../src/app/mail/mail-server.js';

/** A message as one of its receivers got it. */
export interface RawMail {
  readonly to: string;
  readonly raw: Buffer;
}

/** A mail server outside that keeps every message just as it was sent. */
export interface RawMailbox extends MailServer {
  readonly received: readonly RawMail[];
}

/** Starts the mail server on a free port of this machine. */
export async function startRawMailbox(): Promise<RawMailbox> {
  const received: RawMail[] = [];
  const server = await startMailServer(({ to, raw }) => received.push(...to.map((one) => ({ to: one, raw }))));
  return { ...server, received };
}
