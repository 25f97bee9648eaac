import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { startMailServer } from '../../../src/app/mail/mail-server.js';

/** How a mail server treats who calls: it takes what it is given, says nothing, or never comes to the end of its answer. */
export type MailManner = 'well' | 'silent' | 'trickling';

/** A mail server outside; knows what came twice by its Message-ID. */
export interface MailReceiver {
  readonly url: string;
  /** How often each Message-ID came. */
  readonly attempts: ReadonlyMap<string, number>;
  /** How often it was called while it treated callers like that. */
  readonly calls: ReadonlyMap<MailManner, number>;
  /** How it treats those who call from now on; who is connected is cut off. */
  treat(manner: MailManner): void;
  stop(): Promise<void>;
}

/** Starts the mail server on a free port of this machine; it does well until it is told otherwise. */
export async function startMailReceiver(): Promise<MailReceiver> {
  const attempts = new Map<string, number>();
  const inner = await startMailServer(({ raw }) => {
    const id = /^message-id: *(\S+)/im.exec(raw.toString())?.[1] ?? '';
    attempts.set(id, (attempts.get(id) ?? 0) + 1);
  });
  const callers = new Set<Socket>();
  const calls = new Map<MailManner, number>();
  let manner: MailManner = 'well';
  const door = createServer((call) => {
    callers.add(call);
    calls.set(manner, (calls.get(manner) ?? 0) + 1);
    call.on('error', () => undefined).on('close', () => callers.delete(call));
    if (manner === 'well') passOn(call, inner.port);
    if (manner === 'trickling') trickle(call);
  });
  const port = await portOf(door.listen(0, '127.0.0.1'));
  const hangUp = (): void => callers.forEach((call) => call.destroy());
  return {
    url: `smtp://127.0.0.1:${port}`,
    attempts,
    calls,
    treat: (next) => {
      manner = next;
      hangUp();
    },
    stop: async () => {
      hangUp();
      door.close();
      await inner.stop();
    },
  };
}

async function portOf(server: Server): Promise<number> {
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function passOn(call: Socket, port: number): void {
  const inner = connect(port, '127.0.0.1').on('error', () => undefined);
  call.pipe(inner).pipe(call);
  call.on('close', () => inner.destroy());
  inner.on('close', () => call.destroy());
}

function trickle(call: Socket): void {
  call.write('220 prove\r\n');
  const saying = setInterval(() => void call.write('250-vent\r\n'), 500);
  call.on('close', () => clearInterval(saying));
}
