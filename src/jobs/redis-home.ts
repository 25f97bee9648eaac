import { Cluster, Redis } from 'ioredis';

/** A connection to one Redis, or to a cluster of them. */
export type RedisConnection = Redis | Cluster;

/** How a Redis that answers is set. What is not `noeviction` may throw hints away when it is full; without `aof` a restart does. */
export interface RedisSettings {
  readonly maxmemoryPolicy: string;
  readonly aof: boolean;
}

const form = /^(rediss?)(\+cluster)?:\/\/(?:([^@/]*)@)?([^/@]+)(?:\/(\d+))?$/;
const usualPort = 6379;
const patienceMs = 2_000;

interface RedisPlace {
  readonly isCluster: boolean;
  readonly nodes: readonly { readonly host: string; readonly port: number }[];
  readonly login: { readonly username?: string; readonly password?: string };
  readonly tls: { readonly tls?: object };
  readonly db: number;
}

// redis://host:port/0 or redis+cluster://host:port,host:port; rediss for TLS
function placeOf(url: string): RedisPlace {
  const [, scheme, cluster, credentials = '', hosts = '', db = '0'] = form.exec(url) ?? [];
  const [user = '', password] = credentials.split(':').map(decodeURIComponent);
  const nodes = hosts.split(',').map((host) => {
    const [, name = host, port] = /^(.*?)(?::(\d+))?$/.exec(host) ?? [];
    return { host: name.replace(/^\[|\]$/g, ''), port: Number(port ?? usualPort) };
  });
  return {
    nodes,
    isCluster: cluster !== undefined,
    login: { ...(user && { username: user }), ...(password !== undefined && { password }) },
    tls: scheme === 'rediss' ? { tls: {} } : {},
    db: Number(db),
  };
}

/**
 * Connects to the Redis or the cluster at `url`, and again whenever the connection is lost. `waits`: commands wait for a connection
 * that is lost (a worker); else they fail at once (whoever gives hints must not be held up by a queue that is away).
 */
export function connectRedis(url: string, waits: boolean): RedisConnection {
  const { isCluster, nodes, login, tls, db } = placeOf(url);
  const settings = { ...login, ...tls, maxRetriesPerRequest: null, enableOfflineQueue: waits };
  const again = (attempt: number): number => Math.min(attempt * 200, 2_000);
  if (isCluster) {
    return new Cluster([...nodes], { redisOptions: settings, enableOfflineQueue: waits, clusterRetryStrategy: again });
  }
  const [node] = nodes;
  return new Redis({ ...node, ...settings, db, retryStrategy: again });
}

/** Asks every node how it is set; undefined when none answers in two seconds. The worst node speaks for all. */
export async function redisSettings(url: string): Promise<RedisSettings | undefined> {
  const { nodes, login, tls, db, isCluster } = placeOf(url);
  const told = await Promise.all(
    nodes.map((node) => settingsOf({ ...node, ...login, ...tls, db: isCluster ? 0 : db })),
  );
  const known = told.filter((settings) => settings !== undefined);
  return known.length === 0
    ? undefined
    : {
        maxmemoryPolicy: known.find((one) => one.maxmemoryPolicy !== 'noeviction')?.maxmemoryPolicy ?? 'noeviction',
        aof: known.every(({ aof }) => aof),
      };
}

async function settingsOf(node: object): Promise<RedisSettings | undefined> {
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
    // INFO may be asked for where CONFIG may not (managed servers).
    const facts = await client.info();
    return { maxmemoryPolicy: fact(facts, 'maxmemory_policy'), aof: fact(facts, 'aof_enabled') === '1' };
  } catch {
    return undefined;
  } finally {
    client.disconnect();
  }
}

const fact = (facts: string, name: string): string => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(facts)?.[1] ?? '';
