import { createHash } from 'node:crypto';
import PostalMime, { type Address, type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { Mailbox, ReceivedMail } from '../../runtime/login-ports.js';
import type { TenantId } from '../../runtime/ports.js';

/** A mail server of our own that keeps whatever it is sent, so that the demo's mail can be read in the browser. */
export interface LocalMailbox {
  /** Where to send mail, as an `smtp:` address. */
  readonly url: string;
  stop(): Promise<void>;
}

const LARGEST_MESSAGE = 5_000_000;

/** Starts the mail server on a free port of this machine. */
export async function startLocalMailbox(tenant: TenantId, mailbox: Mailbox): Promise<LocalMailbox> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: LARGEST_MESSAGE,
    onData(stream, _session, callback) {
      // Accepted only once it is kept: a sender who hears OK may forget the message.
      readAll(stream)
        .then(async (raw) => mailbox.receive(tenant, await receivedMail(raw)))
        .then(
          () => callback(),
          (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
        );
    },
  });
  server.on('error', () => undefined);
  const port = await listen(server);
  return { url: `smtp://127.0.0.1:${port}`, stop: () => new Promise((resolve) => server.close(resolve)) };
}

function listen(server: SMTPServer): Promise<number> {
  return new Promise((resolve, reject) => {
    const listener = server.listen(0, '127.0.0.1', () => {
      const address = listener.address();
      if (typeof address === 'object' && address !== null) resolve(address.port);
      else reject(new Error(`Expected the mailbox to listen on a port, but it listens on ${address}`));
    });
    server.once('error', reject);
  });
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

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
