import { SMTPServer } from 'smtp-server';

/** A message as it came over the wire. */
export interface RawMail {
  readonly to: readonly string[];
  readonly raw: Buffer;
}

/** A mail server on this machine. */
export interface MailServer {
  readonly port: number;
  /** Where to send mail, as an `smtp:` address. */
  readonly url: string;
  stop(): Promise<void>;
}

const LARGEST_MESSAGE = 5_000_000;

/** Starts a mail server on a free port. A sender hears that a message is taken once `take` has kept it: it may then forget it. */
export async function startMailServer(take: (mail: RawMail) => unknown): Promise<MailServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: LARGEST_MESSAGE,
    onData(stream, { envelope }, callback) {
      readAll(stream)
        .then((raw) => take({ to: envelope.rcptTo.map(({ address }) => address), raw }))
        .then(
          () => callback(),
          (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
        );
    },
  });
  server.on('error', () => undefined);
  const port = await listen(server);
  return { port, url: `smtp://127.0.0.1:${port}`, stop: () => new Promise((resolve) => server.close(resolve)) };
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
