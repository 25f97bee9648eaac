import { execFileSync, spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';

/** A real Redis of a test's own. */
export interface RedisServer {
  readonly port: number;
  readonly url: string;
  /** Ends it at once; nothing of it is kept. */
  kill(): void;
}

/** Whether this machine has a Redis to start. */
export const hasRedisServer = ((): boolean => {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** Starts a Redis with these settings; on a port of its choice unless told. */
export async function startRedis(settings: readonly string[] = [], wantedPort?: number): Promise<RedisServer> {
  const port = wantedPort ?? (await freePort());
  const folder = mkdtempSync(join(tmpdir(), 'boligflyt-redis-'));
  const server = spawn('redis-server', ['--port', String(port), '--dir', folder, '--save', '', ...settings]);
  return listening(server, { port, folder, said: 'Ready to accept connections' });
}

async function listening(
  server: ChildProcessWithoutNullStreams,
  { port, folder, said }: { readonly port: number; readonly folder: string; readonly said: string },
): Promise<RedisServer> {
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.stdout.on('data', (text: Buffer) => {
      if (text.includes(said)) resolve();
    });
  });
  const kill = (): void => {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  return { port, url: `redis://127.0.0.1:${port}`, kill };
}

/** Three nodes that share the slots among them. */
export async function startRedisCluster(): Promise<RedisServer> {
  const nodes = await Promise.all([0, 1, 2].map(() => startRedis(['--cluster-enabled', 'yes'])));
  const clients = nodes.map(({ port }) => new Redis(port));
  const [first] = nodes;
  const slots = [0, 5_461, 10_923, 16_384];
  for (const [index, client] of clients.entries()) {
    await client.call('cluster', 'addslotsrange', String(slots[index]), String((slots[index + 1] ?? 0) - 1));
    if (first !== undefined) await client.call('cluster', 'meet', '127.0.0.1', String(first.port));
  }
  for (const client of clients) {
    while (!String(await client.call('cluster', 'info')).includes('cluster_state:ok')) await wait(50);
    client.disconnect();
  }
  const hosts = nodes.map(({ port }) => `127.0.0.1:${port}`).join(',');
  return { port: first?.port ?? 0, url: `redis+cluster://${hosts}`, kill: () => nodes.forEach((node) => node.kill()) };
}

/** Two Redis, the second of which follows the first, and three Sentinels that let it take over. */
export interface WatchedRedis {
  /** `redis+sentinel://…` */
  readonly url: string;
  secondPort(): Promise<number>;
  /** Ends the first at once when the second has all it has, and waits until the Sentinels call the other the first; answers whose turn is over. */
  endFirst(): Promise<number>;
  /** Starts the one on this port again, with nothing in it. */
  revive(port: number): Promise<void>;
  end(): void;
}

// The Sentinels write what they learn into their file.
const watchOver = (port: number): string =>
  [
    `sentinel monitor huset 127.0.0.1 ${port} 2`,
    'sentinel down-after-milliseconds huset 2000',
    'sentinel failover-timeout huset 5000',
  ].join('\n');

/** Starts two Redis and three Sentinels, and waits until every Sentinel knows them all. */
export async function startWatchedRedis(settings: readonly string[] = []): Promise<WatchedRedis> {
  const first = await startRedis(settings);
  const second = await startRedis([...settings, '--replicaof', '127.0.0.1', String(first.port)]);
  const redis = new Map([first, second].map((server) => [server.port, server]));
  const sentinels = await Promise.all([0, 1, 2].map(() => startSentinel(watchOver(first.port))));
  const clients = sentinels.map(({ port }) => new Redis(port));
  for (const client of clients) {
    const facts = async () => String(await client.info('sentinel'));
    while (!/slaves=1,sentinels=3/.test(await facts())) await wait(100);
  }
  const [asked] = clients;
  const firstPort = async (): Promise<number> => {
    const told: unknown = await asked?.call('sentinel', 'get-master-addr-by-name', 'huset');
    return Array.isArray(told) ? Number(told[1]) : 0;
  };
  return {
    url: `redis+sentinel://${sentinels.map(({ port }) => `127.0.0.1:${port}`).join(',')}/huset`,
    secondPort: async () => {
      const first = await firstPort();
      return [...redis.keys()].find((port) => port !== first) ?? 0;
    },
    endFirst: async () => {
      for (const asked of clients) while (!(await hasFollower(asked))) await wait(100);
      const first = await firstPort();
      redis.get(first)?.kill();
      while ((await firstPort()) === first) await wait(50);
      return first;
    },
    // As the service of an operating system does: the Sentinels tell it that it is second now.
    revive: async (port) => void redis.set(port, await startRedis(settings, port)),
    end: () => {
      clients.forEach((client) => client.disconnect());
      for (const server of [...sentinels, ...redis.values()]) server.kill();
    },
  };
}

/** Whether this Sentinel knows of a second that has what the first has. */
async function hasFollower(sentinel: Redis): Promise<boolean> {
  const told = String(await sentinel.call('sentinel', 'replicas', 'huset'));
  return told.includes('master-link-status,ok') && !told.includes('s_down');
}

async function startSentinel(text: string): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'boligflyt-sentinel-'));
  const port = await freePort();
  const file = join(folder, 'sentinel.conf');
  writeFileSync(file, `port ${port}\nbind 127.0.0.1\n${text}\n`);
  return listening(spawn('redis-server', [file, '--sentinel']), { port, folder, said: 'Sentinel ID is' });
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
