import { createHash } from 'node:crypto';
import PostalMime, { type Address, type Email } from 'postal-mime';
import type { Mailbox, ReceivedMail } from '../../runtime/login-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import { startMailServer } from './mail-server.js';
import type { MailServer } from './mail-server.js';

/** Starts a mail server of our own that keeps whatever it is sent, so that the demo's mail can be read in the browser. */
export const startLocalMailbox = (tenant: TenantId, mailbox: Mailbox): Promise<MailServer> =>
  startMailServer(async ({ raw }) => mailbox.receive(tenant, await receivedMail(raw)));

async function receivedMail(raw: Buffer): Promise<ReceivedMail> {
  const email = await PostalMime.parse(raw);
  return {
    id: idOfMail(email, raw),
    to: (email.to ?? []).map(written).join(', '),
    from: email.from === undefined ? '' : written(email.from),
    subject: email.subject ?? '',
    text: (email.text ?? '').trimEnd(),
    attachments: email.attachments.map(({ filename, mimeType }) => ({ name: filename ?? '', type: mimeType })),
  };
}

// The id is part of an address in the browser, so it is made of harmless characters.
const idOfMail = (email: Email, raw: Buffer): string =>
  createHash('sha256')
    .update(email.messageId ?? raw)
    .digest('base64url')
    .slice(0, 22);

const written = ({ name, address }: Address): string =>
  name === '' || name === undefined ? (address ?? '') : `${name} <${address}>`;
