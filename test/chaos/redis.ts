import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { idOf } from '../../src/shared/id.js';
import { connectRedis } from '../../src/jobs/redis-home.js';
import { createTestDatabase } from '../support/test-database.js';
import { trondheim } from '../support/stack.js';
import { inLanes, numbers, rounded, type ChaosOptions, type ChaosOutcome } from './support/chaos-run.js';
import { start } from './support/commands.js';
import { halfDone, leftovers, look } from './support/look.js';
import { openOffice, type Office } from './support/office.js';
import { deployProving } from './support/proving-process.js';
import { hasRedisServer, startWatchedRedis } from '../support/redis-server.js';
import { delayed, heard, suffer, type Rung } from './support/redis-scene.js';
import { startRedis, type RedisServer } from './support/redis.js';

/** T4: Redis that forgets, ends, evicts, is away, comes back with yesterday's hints or is followed by the next; reps are tens of timers a fault. */
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

interface HintedTimer {
  readonly id: string;
  readonly instance: string;
  readonly dueAt: string;
}

/** Hints of an older day: every timer that has rung is hinted at again, while new ones wait. */
async function yesterday({ office, url, client, count }: RedisOffice): Promise<Rung> {
  await client.config('SET', 'maxmemory', '0');
  const act = async (): Promise<void> => {
    const rung = await look<HintedTimer>(url, 'select id, instance, due_at::text as "dueAt" from timer limit 500');
    for (const { id, instance, dueAt } of rung) {
      const [timerId, processInstanceId] = [idOf<'Timer'>(id), idOf<'ProcessInstance'>(instance)];
      const wake = { kind: 'timer', tenant: trondheim, timerId, processInstanceId, dueAt } as const;
      await heard(office, wake);
    }
  };
  return suffer(office, url, { name: 'yesterday', count, waiting: delayed(client), act });
}

/** Back from a file of before: it has the hints of timers that have rung since, and none of those that wait. */
async function oldFile({ office, url, client, server, count }: RedisOffice): Promise<Rung> {
  const save = async (): Promise<void> => void (await client.save());
  const before = await suffer(office, url, { name: 'saved', count, waiting: delayed(client), act: save });
  const act = (): Promise<void> => again(server);
  const after = await suffer(office, url, { name: 'oldFile', count, waiting: delayed(client), act });
  return { ...after, lost: before.lost + after.lost, early: before.early + after.early };
}

interface RedisOffice {
  readonly office: Office;
  readonly url: string;
  readonly client: Redis;
  readonly server: RedisServer;
  readonly count: number;
}

type Found = readonly (readonly [name: string, rung: Rung])[];

interface Part {
  readonly found: Found;
  readonly left: readonly string[];
}

async function oneRedis(chosen: readonly Fault[], count: number, say: ChaosOptions['say']): Promise<Part> {
  const server = await startRedis();
  const client = new Redis(server.url, { maxRetriesPerRequest: 1 });
  client.on('error', () => undefined);
  const part = await inOffice(server.url, async (office, url) => {
    const found: [name: string, rung: Rung][] = [];
    for (const { name, happens } of chosen) {
      const act = () => happens(server, client);
      found.push([name, await suffer(office, url, { name, count, waiting: delayed(client), act })]);
      await again(server);
      await heard(office, { kind: 'effects', tenant: trondheim });
      say(`${name}: ${JSON.stringify(found.at(-1)?.[1])}`);
    }
    const parts = { office, url, client, server, count };
    return [...found, ['yesterday', await yesterday(parts)], ['oldFile', await oldFile(parts)]];
  });
  client.disconnect();
  await server.remove();
  return part;
}

/** The first of two Redis ends and the second takes over; then the other way round, while cases are begun all the time. */
async function failover(count: number): Promise<Part> {
  const watched = await startWatchedRedis();
  const client = connectRedis(watched.url, true);
  client.on('error', () => undefined);
  const part = await inOffice(watched.url, async (office, url) => {
    const found: [name: string, rung: Rung][] = [];
    for (const name of ['failover', 'failback']) {
      const ended: number[] = [];
      const act = async (): Promise<void> => {
        const others = numbers(count).map((place) =>
          start(`${name}.under.${place}`, { process: 'vente', frist: 'PT1S' }),
        );
        const begun = inLanes(others, 2, async (request) => void (await office.runtime.handler.handle(request)));
        ended.push(await watched.endFirst());
        await begun;
      };
      found.push([name, await suffer(office, url, { name, count, waiting: delayed(client), act })]);
      await heard(office, { kind: 'effects', tenant: trondheim });
      for (const port of ended) await watched.revive(port);
    }
    return found;
  });
  client.disconnect();
  watched.end();
  return part;
}

async function inOffice(redisUrl: string, work: (office: Office, url: string) => Promise<Found>): Promise<Part> {
  const database = await createTestDatabase();
  const home = { kind: 'redis', url: redisUrl } as const;
  const office = await openOffice({ url: database.url, home, sweepEveryMs: 1_000 });
  await deployProving(office.store);
  await office.work();
  const found = await work(office, database.url);
  const left = [...(await halfDone(database.url)), ...(await leftovers(database.url))];
  await office.close();
  await database.drop();
  return { found, left };
}

async function play(chosen: readonly Fault[], count: number, { say }: ChaosOptions): Promise<ChaosOutcome> {
  if (!hasRedisServer) return { faults: [], figures: { redis: 'skipped' } };
  const [one, two] = [await oneRedis(chosen, count, say), await failover(count)];
  const found = [...one.found, ...two.found];
  return { faults: [...found.flatMap(faultsOf), ...one.left, ...two.left], figures: figuresOf(found, count) };
}

const faultsOf = ([name, { lost, early, latestSeconds }]: Found[number]): readonly string[] => [
  ...(lost > 0 ? [`${name}: ${lost} timers were lost`] : []),
  ...(early > 0 ? [`${name}: ${early} timers rang early`] : []),
  ...(latestSeconds > outageMs / 1000 + 60 ? [`${name}: a timer rang ${latestSeconds} s late`] : []),
];

const figuresOf = (found: Found, count: number): ChaosOutcome['figures'] => ({
  timers: found.reduce((sum, [name]) => sum + (timesOf[name] ?? 1) * count, 0),
  lost: found.reduce((sum, [, { lost }]) => sum + lost, 0),
  early: found.reduce((sum, [, { early }]) => sum + early, 0),
  ...Object.fromEntries(found.map(([name, { latestSeconds }]) => [`${name}LatestSeconds`, rounded(latestSeconds)])),
});

// Those that are set before the file is written, and those that are set while there is no first one.
const timesOf: Readonly<Record<string, number>> = { oldFile: 2, failover: 2, failback: 2 };

export const run = (options: ChaosOptions): Promise<ChaosOutcome> => play(faults, options.reps * 10, options);

/** Ten timers each for a Redis that is flushed, killed, back with what it knew before, or followed by the next one. */
export const runShort = (options: ChaosOptions): Promise<ChaosOutcome> => play(faults.slice(0, 2), 10, options);
