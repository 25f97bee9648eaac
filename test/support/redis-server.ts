import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
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
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.stdout.on('data', (text: Buffer) => {
      if (text.includes('Ready to accept connections')) resolve();
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
