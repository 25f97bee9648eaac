import { Cluster, Redis } from 'ioredis';
import { redisPlace, type RedisNode, type RedisPlace } from './redis-place.js';

/** A connection to one Redis, to the one that Sentinels name, or to a cluster. */
export type RedisConnection = Redis | Cluster;

/** How a Redis that answers is set. What is not `noeviction` may throw hints away when it is full; without `aof` a restart does. */
export interface RedisSettings {
  readonly maxmemoryPolicy: string;
  readonly aof: boolean;
}

const patienceMs = 2_000;

/**
 * Connects to the Redis at `url` (`redisPlace` says how it is written), and again whenever the connection is lost; with Sentinels, to
 * whichever Redis is the first then. `waits`: commands wait for a connection that is lost (a worker); else they fail at once (whoever
 * gives hints must not be held up by a queue that is away).
 */
export function connectRedis(url: string, waits: boolean): RedisConnection {
  const place = redisPlace(url);
  const again = (attempt: number): number => Math.min(attempt * 200, 2_000);
  const settings = { ...loginOf(place), maxRetriesPerRequest: null, enableOfflineQueue: waits };
  const [node] = place.nodes;
  switch (place.kind) {
    case 'cluster':
      return new Cluster([...place.nodes], {
        redisOptions: settings,
        enableOfflineQueue: waits,
        clusterRetryStrategy: again,
      });
    case 'sentinel':
      return new Redis({ ...settings, ...sentinelOf(place, again), db: place.db, retryStrategy: again });
    case 'one':
      return new Redis({ ...node, ...settings, db: place.db, retryStrategy: again });
  }
}

const loginOf = ({ login, isEncrypted }: RedisPlace) => ({ ...login, ...(isEncrypted && { tls: {} }) });

const sentinelOf = ({ nodes, name, isEncrypted }: RedisPlace, again: (attempt: number) => number) => ({
  sentinels: [...nodes],
  name,
  enableTLSForSentinelMode: isEncrypted,
  sentinelRetryStrategy: again,
  // One that came back is told that it is second now: whoever still writes to it looks for the first again.
  reconnectOnError: ({ message }: Error) => message.startsWith('READONLY'),
});

/**
 * Asks every node how it is set, with Sentinels every Redis that they watch, since the second may be the first tomorrow; undefined when none
 * answers in two seconds. The worst node speaks for all.
 */
export async function redisSettings(url: string): Promise<RedisSettings | undefined> {
  const place = redisPlace(url);
  const nodes = place.kind === 'sentinel' ? await watchedBy(place) : place.nodes;
  const told = await Promise.all(nodes.map((node) => ask({ ...node, ...loginOf(place) }, settingsOf)));
  const known = told.filter((settings) => settings !== undefined);
  return known.length === 0
    ? undefined
    : {
        maxmemoryPolicy: known.find((one) => one.maxmemoryPolicy !== 'noeviction')?.maxmemoryPolicy ?? 'noeviction',
        aof: known.every(({ aof }) => aof),
      };
}

/** What the Sentinels that answer know, each node once. */
async function watchedBy({ nodes, name, isEncrypted }: RedisPlace): Promise<readonly RedisNode[]> {
  const tls = isEncrypted ? { tls: {} } : {};
  const told = await Promise.all(
    nodes.map((node) =>
      ask({ ...node, ...tls }, async (sentinel) => [
        ...nodesIn([await sentinel.call('sentinel', 'master', name)]),
        ...nodesIn(await sentinel.call('sentinel', 'replicas', name)),
      ]),
    ),
  );
  const known = told.flatMap((some) => some ?? []);
  return [...new Map(known.map((node) => [`${node.host} ${node.port}`, node])).values()];
}

// Each is told as a list of names and values, turn about.
function nodesIn(told: unknown): readonly RedisNode[] {
  const rows: readonly unknown[] = Array.isArray(told) ? told : [];
  return rows.flatMap((row) => {
    const words: readonly unknown[] = Array.isArray(row) ? row : [];
    const after = (word: string): string => String(words[words.indexOf(word) + 1]);
    return words.includes('ip') ? [{ host: after('ip'), port: Number(after('port')) }] : [];
  });
}

async function settingsOf(client: Redis): Promise<RedisSettings> {
  // INFO may be asked for where CONFIG may not (managed servers).
  const facts = await client.info();
  return { maxmemoryPolicy: fact(facts, 'maxmemory_policy'), aof: fact(facts, 'aof_enabled') === '1' };
}

async function ask<Answer>(
  node: RedisNode & { readonly tls?: object },
  question: (client: Redis) => Promise<Answer>,
): Promise<Answer | undefined> {
  const client = new Redis({
    ...node,
    lazyConnect: true,
    connectTimeout: patienceMs,
    commandTimeout: patienceMs,
    retryStrategy: null,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await question(client);
  } catch {
    return undefined;
  } finally {
    client.disconnect();
  }
}

const fact = (facts: string, name: string): string => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(facts)?.[1] ?? '';
