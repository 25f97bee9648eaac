import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../support/redis-server.js';

/** A Redis server of a test's own. */
export interface RedisServer {
  readonly port: number;
  readonly url: string;
  /** Starts it again after it ended, on the same port. */
  start(more?: readonly string[]): Promise<void>;
  /** Ends it at once, without a word to anybody. */
  kill(): Promise<void>;
  /** Ends it for good. */
  remove(): Promise<void>;
}

/** A Redis server on a free port of this machine, with nothing kept on disk unless `more` says so or it is told to save. */
export async function startRedis(more: readonly string[] = []): Promise<RedisServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'chaos-redis-'));
  let server: ChildProcess | undefined;
  process.once('exit', () => server?.kill('SIGKILL'));
  const start = async (others: readonly string[] = more): Promise<void> => {
    const place = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
    const program = [...place, '--save', '', '--appendonly', 'no', ...others];
    const started = spawn('redis-server', program, { stdio: ['ignore', 'pipe', 'ignore'] });
    server = started;
    await new Promise<void>((resolve, reject) => {
      started.on('error', reject).on('exit', (code) => reject(new Error(`Redis ended with ${code}`)));
      started.stdout.on('data', (text: Buffer) => {
        if (text.includes('Ready to accept connections')) resolve();
      });
    });
  };
  const kill = async (): Promise<void> => {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
  };
  await start();
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    start,
    kill,
    remove: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
