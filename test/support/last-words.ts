import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/** A way to a database on which every answer can be the last one that a connection gets. */
export interface LastWords {
  readonly url: string;
  /** True: whatever is answered, the end of the connection follows in the same breath, as when an operator ends it. */
  areSpoken: boolean;
  /** How many connections were ended so. */
  readonly spoken: () => number;
  close(): Promise<void>;
}

const readyForQuery = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

// ErrorResponse of the PostgreSQL protocol: fields of a letter and a text, each ended by a zero.
const fields = Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection due to administrator command\0\0');
const lastWord = Buffer.concat([Buffer.from('E'), bigEndian(fields.length + 4), fields]);

function bigEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

/** Opens a way to the database behind `url`. */
export async function openLastWords(url: string): Promise<LastWords> {
  const target = new URL(url);
  let count = 0;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    near.on('data', (data) => far.write(data)).on('close', () => far.destroy());
    far.on('close', () => near.end());
    far.on('data', (data) => {
      if (!way.areSpoken || !data.subarray(-6).equals(readyForQuery)) return near.write(data);
      count += 1;
      return near.end(Buffer.concat([data, lastWord]));
    });
    [near, far].forEach((socket) => socket.on('error', () => undefined));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const through = new URL(url);
  through.port = String(typeof address === 'object' ? address?.port : '');
  const way: LastWords = {
    url: through.href,
    areSpoken: false,
    spoken: () => count,
    close: async () => {
      server.close();
      await once(server, 'close');
    },
  };
  return way;
}
