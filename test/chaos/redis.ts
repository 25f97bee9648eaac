import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { idOf } from '../../src/shared/id.js';
import type { Wake } from '../../src/jobs/wake-queue.js';
import { createTestDatabase } from '../support/test-database.js';
import { trondheim } from '../support/stack.js';
import { eventually, numbers, rounded, type ChaosOptions, type ChaosOutcome } from './support/chaos-run.js';
import { start } from './support/commands.js';
import { halfDone, leftovers, look } from './support/look.js';
import { openOffice, type Office } from './support/office.js';
import { deployProving } from './support/proving-process.js';
import { hasRedisServer } from '../support/redis-server.js';
import { startRedis, type RedisServer } from './support/redis.js';

/** T4: Redis that forgets, ends, evicts, is away or comes back with yesterday's hints; reps are tens of timers a fault. */
export const usualReps = 20;

interface Fault {
  readonly name: string;
  /** What happens between setting the timers and their time. */
  readonly happens: (server: RedisServer, client: Redis) => Promise<void>;
}

const again = async (server: RedisServer, more?: readonly string[]): Promise<void> => {
  await server.kill();
  await server.start(more);
};

const faults: readonly Fault[] = [
  { name: 'flushed', happens: async (_, client) => void (await client.flushall()) },
  { name: 'killed', happens: (server) => again(server) },
  {
    name: 'evicting',
    happens: async (_, client) => {
      await client.config('SET', 'maxmemory-policy', 'allkeys-lru');
      await client.config('SET', 'maxmemory', '1mb');
    },
  },
  {
    name: 'full',
    happens: async (_, client) => {
      await client.config('SET', 'maxmemory-policy', 'noeviction');
      await client.config('SET', 'maxmemory', '1mb');
    },
  },
  {
    name: 'shutDown',
    happens: async (server, client) => {
      await client.shutdown('NOSAVE').catch(() => undefined);
      await again(server);
    },
  },
  {
    name: 'away',
    happens: async (server) => {
      await server.kill();
      await wait(outageMs);
      await server.start();
    },
  },
  { name: 'otherDatabase', happens: async (_, client) => void (await client.swapdb(0, 1)) },
];

const outageMs = 5_000;
const seconds = 3;

interface Rung {
  readonly lost: number;
  readonly early: number;
  readonly latestSeconds: number;
}

const rungSql = `
  select count(*) filter (where fired_at is null)::int as lost,
    count(*) filter (where fired_at < due_at)::int as early,
    coalesce(max(extract(epoch from fired_at - due_at)), 0)::float8 as "latestSeconds"
  from timer where instance like $1 || '.%'`;

async function suffer(office: Office, url: string, { name, count, waiting, act }: Scene): Promise<Rung> {
  const cases = numbers(count).map((place) => start(`${name}.${place}`, { process: 'vente', frist: `PT${seconds}S` }));
  await Promise.all(cases.map((request) => office.runtime.handler.handle(request)));
  await eventually(`hints for ${name}`, async () => ((await waiting()) >= count ? true : undefined)).catch(
    () => undefined,
  );
  await act();
  // Lateness is measured afterwards; this only says when to give up.
  await eventually(
    `the timers of ${name}`,
    async () => {
      const [rung] = await look<Rung>(url, rungSql, [name]);
      return rung?.lost === 0 ? true : undefined;
    },
    120_000,
  ).catch(() => undefined);
  const [rung] = await look<Rung>(url, rungSql, [name]);
  return rung ?? { lost: count, early: 0, latestSeconds: 0 };
}

interface Scene {
  readonly name: string;
  readonly count: number;
  /** How many hints are in Redis for later. */
  readonly waiting: () => Promise<number>;
  readonly act: () => Promise<void>;
}

const delayed = (client: Redis) => (): Promise<number> => client.zcard('{boligflyt}:boligflyt-wake:delayed');

/** Gives a hint again until the queue has it: it refuses them while its connection is being mended. */
const heard = (office: Office, wake: Wake): Promise<unknown> =>
  eventually('the queue', () =>
    office.queue.add(wake, 0).then(
      () => true,
      () => undefined,
    ),
  );

/** Hints of an older day: every timer that has rung is hinted at again, while new ones wait. */
async function yesterday(office: Office, url: string, { client, count }: Yesterday): Promise<Rung> {
  await client.config('SET', 'maxmemory', '0');
  const act = async (): Promise<void> => {
    const rung = await look<{ id: string; instance: string }>(url, 'select id, instance from timer limit 500');
    for (const { id, instance } of rung) {
      const [timerId, processInstanceId] = [idOf<'Timer'>(id), idOf<'ProcessInstance'>(instance)];
      const wake = { kind: 'timer', tenant: trondheim, timerId, processInstanceId } as const;
      await heard(office, wake);
    }
  };
  return suffer(office, url, { name: 'yesterday', count, waiting: delayed(client), act });
}

interface Yesterday {
  readonly client: Redis;
  readonly count: number;
}

async function play(chosen: readonly Fault[], count: number, { say }: ChaosOptions): Promise<ChaosOutcome> {
  if (!hasRedisServer) return { faults: [], figures: { redis: 'skipped' } };
  const server = await startRedis();
  const client = new Redis(server.url, { maxRetriesPerRequest: 1 });
  client.on('error', () => undefined);
  const database = await createTestDatabase();
  const home = { kind: 'redis', url: server.url } as const;
  const office = await openOffice({ url: database.url, home, sweepEveryMs: 1_000 });
  await deployProving(office.store);
  await office.work();
  const found: [name: string, rung: Rung][] = [];
  for (const { name, happens } of chosen) {
    const act = () => happens(server, client);
    found.push([name, await suffer(office, database.url, { name, count, waiting: delayed(client), act })]);
    await again(server);
    await heard(office, { kind: 'effects', tenant: trondheim });
    say(`${name}: ${JSON.stringify(found.at(-1)?.[1])}`);
  }
  found.push(['yesterday', await yesterday(office, database.url, { client, count })]);
  const left = [...(await halfDone(database.url)), ...(await leftovers(database.url))];
  client.disconnect();
  await office.close();
  await server.kill();
  await database.drop();
  return { faults: [...found.flatMap(faultsOf), ...left], figures: figuresOf(found, count) };
}

const faultsOf = ([name, { lost, early, latestSeconds }]: readonly [string, Rung]): readonly string[] => [
  ...(lost > 0 ? [`${name}: ${lost} timers were lost`] : []),
  ...(early > 0 ? [`${name}: ${early} timers rang early`] : []),
  ...(latestSeconds > outageMs / 1000 + 60 ? [`${name}: a timer rang ${latestSeconds} s late`] : []),
];

const figuresOf = (found: readonly (readonly [string, Rung])[], count: number): ChaosOutcome['figures'] => ({
  timers: found.length * count,
  lost: found.reduce((sum, [, { lost }]) => sum + lost, 0),
  early: found.reduce((sum, [, { early }]) => sum + early, 0),
  ...Object.fromEntries(found.map(([name, { latestSeconds }]) => [`${name}LatestSeconds`, rounded(latestSeconds)])),
});

export const run = (options: ChaosOptions): Promise<ChaosOutcome> => play(faults, options.reps * 10, options);

/** Ten timers each for a Redis that is flushed and one that is killed. */
export const runShort = (options: ChaosOptions): Promise<ChaosOutcome> => play(faults.slice(0, 2), 10, options);
