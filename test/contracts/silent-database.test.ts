import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { decideWithDefinition } from '../../src/runtime/decide-with-definition.js';
import { CommandHandler } from '../../src/runtime/command-handler.js';
import { createPool } from '../../src/store/pool.js';
import { PostgresProcessInstanceStore } from '../../src/store/process-instances/postgres-process-instance-store.js';
import { contractRegister } from '../support/contract-processes.js';
import { newCase, start } from '../support/contract-commands.js';
import { createPostgresWorld, type PostgresWorld } from '../support/store-world.js';

/** A way to the database that can fall silent without a word, as when a host is lost. */
interface Way {
  readonly url: string;
  isSilent: boolean;
  close(): void;
}

let world: PostgresWorld;
beforeAll(async () => {
  world = await createPostgresWorld();
}, 180_000);
afterAll(() => world.stop());

async function openWay(): Promise<Way> {
  const target = new URL(world.url);
  const sockets: Socket[] = [];
  const way = { url: '', isSilent: false, close: (): void => undefined };
  const server: Server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    sockets.push(near, far);
    near.on('data', (data) => void (way.isSilent || far.write(data)));
    far.on('data', (data) => void (way.isSilent || near.write(data)));
    [near, far].forEach((socket) => socket.on('error', () => undefined));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const through = new URL(world.url);
  through.port = String(typeof address === 'object' ? address?.port : '');
  way.url = through.href;
  way.close = () => {
    sockets.forEach((socket) => socket.destroy());
    server.close();
  };
  return way;
}

it('tells whoever waits that the database fell silent, and goes on when it answers again', async () => {
  const way = await openWay();
  const pool = createPool(way.url, { max: 4, patienceMs: 300 });
  const handler = new CommandHandler(
    new PostgresProcessInstanceStore(pool, decideWithDefinition(world.definitions, contractRegister)),
  );
  expect((await handler.handle(start(newCase()))).ok).toBe(true);

  way.isSilent = true;
  await expect(handler.handle(start(newCase()))).rejects.toThrow(/timeout/i);
  way.isSilent = false;

  expect((await handler.handle(start(newCase()))).ok).toBe(true);
  await pool.end();
  way.close();
}, 60_000);
