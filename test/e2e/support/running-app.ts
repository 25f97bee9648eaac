import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The whole application, started as `npm start` starts it, with a municipality of its own. */
export interface RunningApp {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const readyWithinMs = 150_000;
const stopWithinMs = 15_000;

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject()));
    });
  });

async function untilReady(url: string, app: ChildProcess, said: () => string): Promise<void> {
  const giveUpAt = performance.now() + readyWithinMs;
  while (performance.now() < giveUpAt) {
    if (app.exitCode !== null) throw new Error(`Expected the application to start, but it ended:\n${said()}`);
    const ready = await fetch(`${url}/health/ready`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await wait(250);
  }
  throw new Error(`Expected the application to be ready within ${readyWithinMs / 1000} s, but it said:\n${said()}`);
}

async function stop(app: ChildProcess, dataFolder: string): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    app.once('exit', () => resolve());
    if (app.exitCode !== null) resolve();
  });
  app.kill('SIGTERM');
  const patience = setTimeout(() => app.kill('SIGKILL'), stopWithinMs);
  await ended;
  clearTimeout(patience);
  await rm(dataFolder, { recursive: true, force: true });
}

/** Starts the application in demo mode on a free port with an empty data folder. */
export async function startApp(): Promise<RunningApp> {
  const port = await freePort();
  const dataFolder = await mkdtemp(join(tmpdir(), 'boligflyt-e2e-'));
  const url = `http://localhost:${port}`;
  const app = spawn(process.execPath, ['tools/start.mjs'], {
    env: {
      ...process.env,
      NODE_ENV: undefined,
      DEMO: 'true',
      PORT: String(port),
      PUBLIC_URL: url,
      DATA_FOLDER: dataFolder,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  app.stdout.on('data', (text) => (said += text));
  app.stderr.on('data', (text) => (said += text));
  try {
    await untilReady(url, app, () => said);
  } catch (error) {
    await stop(app, dataFolder);
    throw error;
  }
  return { url, stop: () => stop(app, dataFolder) };
}
