import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** Somebody outside who is told things: keeps a log of what came, and counts what is the same by its key. */
export interface Receiver {
  readonly port: number;
  /** How often each key came whole. */
  readonly attempts: ReadonlyMap<string, number>;
  /** The keys under which something was said; more than one means that it happened twice. */
  keysOf(said: string): readonly string[];
  /** Everything that was said, once for each. */
  said(): readonly string[];
  stop(): Promise<void>;
}

/** Starts the receiver on a free port of this machine. */
export async function startReceiver(): Promise<Receiver> {
  const attempts = new Map<string, number>();
  const keys = new Map<string, Set<string>>();
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    // A message that is cut off has no end of line, and was not received.
    let text = '';
    socket.on('data', (data) => {
      text += data.toString();
      const lines = text.split('\n');
      text = lines.pop() ?? '';
      for (const line of lines) {
        const [key = '', said = ''] = line.split(' ');
        attempts.set(key, (attempts.get(key) ?? 0) + 1);
        keys.set(said, (keys.get(said) ?? new Set()).add(key));
        socket.write('ok\n');
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    attempts,
    keysOf: (said) => [...(keys.get(said) ?? [])],
    said: () => [...keys.keys()],
    stop: async () => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  };
}

/** Tells the receiver at `port`; resolves when it says that it has heard. `halfway` is called when half of it is on its way. */
export async function tell(port: number, line: string, halfway?: () => void): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    const middle = Math.floor(line.length / 2);
    await new Promise<void>((resolve) => void socket.write(line.slice(0, middle), () => resolve()));
    halfway?.();
    const answers = createInterface({ input: socket });
    const heard = once(answers, 'line');
    socket.write(`${line.slice(middle)}\n`);
    await heard;
  } finally {
    socket.destroy();
  }
}
