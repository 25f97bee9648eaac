import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

/** A message as it came over the wire. */
export interface RawMail {
  readonly to: string;
  readonly raw: Buffer;
}

/** A mail server outside that keeps every message just as it was sent. */
export interface RawMailbox {
  readonly url: string;
  readonly received: readonly RawMail[];
  stop(): Promise<void>;
}

/** Starts the mail server on a free port of this machine. */
export async function startRawMailbox(): Promise<RawMailbox> {
  const received: RawMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, { envelope }, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks);
        for (const { address } of envelope.rcptTo) received.push({ to: address, raw });
        callback();
      });
    },
  });
  server.on('error', () => undefined);
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  if (typeof address !== 'object' || address === null) throw new Error('Expected the mailbox to listen on a port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
