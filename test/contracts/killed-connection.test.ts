import pg from 'pg';
import { decideWithDefinition } from '../../src/runtime/decide-with-definition.js';
import type { Decide } from '../../src/runtime/ports.js';
import type { ProcessInstance } from '../../src/engine/index.js';
import { createPool } from '../../src/store/pool.js';
import { PostgresProcessInstanceStore } from '../../src/store/process-instances/postgres-process-instance-store.js';
import { contractRegister } from '../support/contract-processes.js';
import { accepted, claim, newCase, start } from '../support/contract-commands.js';
import { createPostgresWorld, trondheim } from '../support/store-world.js';
import type { PostgresWorld } from '../support/store-world.js';

let world: PostgresWorld;
let owner: pg.Client;
let pool: pg.Pool;
beforeAll(async () => {
  world = await createPostgresWorld();
  owner = new pg.Client(world.url);
  await owner.connect();
  pool = createPool(world.url, { max: 1 });
}, 180_000);
afterAll(async () => {
  await pool.end();
  await owner.end();
  await world.stop();
});

const started = async (): Promise<ProcessInstance> =>
  accepted((await world.store.change(trondheim, [start(newCase())]))[0]).instance;

const everything = async (): Promise<unknown> => {
  const tables = ['process_instance', 'journal', 'user_task', 'timer', 'outbox', 'command_receipt'];
  const counts = tables.map((name) => `select '${name}' as name, count(*)::int, max(xmin::text::bigint) from ${name}`);
  return (await owner.query(counts.join(' union all '))).rows;
};

const backend = async (condition: string): Promise<number | undefined> => {
  const { rows } = await owner.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and ${condition}`,
  );
  return rows[0]?.pid;
};
const kill = (pid: number | undefined) => owner.query('select pg_terminate_backend($1)', [pid]);

// The driver learns of it from the server's last word or from the closed socket, whichever it reads first.
const connectionLost = /terminat|connection error/i;

const decide = (): Decide => decideWithDefinition(world.definitions, contractRegister);

describe('a transaction whose connection is killed', () => {
  it('changes nothing when that happens while it decides, and the store goes on with a new connection', async () => {
    const instance = await started();
    const before = await everything();
    const answers = [async () => void (await kill(await backend(`state = 'idle in transaction'`)))];
    const deadly: Decide = async (...question) => {
      await answers.pop()?.();
      return decide()(...question);
    };
    const store = new PostgresProcessInstanceStore(pool, deadly);
    const request = claim(instance, { key: 'nøkkel', requestHash: 'a' });

    await expect(store.change(trondheim, [request])).rejects.toThrow(connectionLost);

    expect(await everything()).toEqual(before);
    expect(await store.change(trondheim, [request])).toMatchObject([{ ok: true }]);
  });

  it('changes nothing when that happens while it waits for a lock', async () => {
    const instance = await started();
    const before = await everything();
    const store = new PostgresProcessInstanceStore(pool, decide());
    const holder = new pg.Client(world.url);
    await holder.connect();
    await holder.query('begin');
    await holder.query('select from process_instance where id = $1 for update', [instance.id]);

    const change = store.change(trondheim, [claim(instance)]).catch((failure: unknown) => String(failure));
    let waiting: number | undefined;
    while (waiting === undefined) waiting = await backend(`wait_event_type = 'Lock'`);
    await kill(waiting);
    const failure = await change;
    await holder.end();

    expect(failure).toMatch(connectionLost);
    expect(await everything()).toEqual(before);
  });
});
