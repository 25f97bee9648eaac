import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

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

/** Stops as Ctrl-C does; what does not stop in order has a fault of its own. */
async function stop(app: ChildProcess, said: () => string): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    app.once('exit', () => resolve());
    if (app.exitCode !== null) resolve();
  });
  app.kill('SIGTERM');
  const patience = setTimeout(() => app.kill('SIGKILL'), stopWithinMs);
  await ended;
  clearTimeout(patience);
  if (app.exitCode !== 0) throw new Error(`Expected the application to stop in order, but it said:\n${said()}`);
}

/** A folder that the database server's own user can reach too, where root runs the tests: else its data would be elsewhere. */
async function folderFor(what: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `boligflyt-e2e-${what}-`));
  await chmod(folder, 0o755);
  return folder;
}

const forget = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

/** Starts the application in demo mode on a free port; where the folder is empty, it plays the demo's history first. */
async function startIn(dataFolder: string): Promise<RunningApp> {
  const port = await freePort();
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
  const soFar = () => said;
  try {
    await untilReady(url, app, soFar);
  } catch (error) {
    await stop(app, soFar).catch(() => undefined);
    throw error;
  }
  return { url, stop: () => stop(app, soFar) };
}

/** Plays the demo's history once, for all files of browser tests; answers the folder it is kept in. */
export async function playDemo(): Promise<string> {
  const folder = await folderFor('demo');
  await (await startIn(folder)).stop();
  return folder;
}

async function copyDemo(played: string, folder: string): Promise<void> {
  // With owners and modes: the database server runs as another than root, and refuses a folder that others may open.
  await promisify(execFile)('cp', ['-a', `${played}/.`, folder]);
  // It remembers its port, and two copies that start at the same moment would both take it.
  const keys = join(folder, 'postgres.json');
  const { password } = JSON.parse(await readFile(keys, 'utf8'));
  await writeFile(keys, JSON.stringify({ password }));
}

/** Starts the application in demo mode with a municipality of its own: a copy of the one in `DEMO_PLAYED`, where that is set. */
export async function startApp(): Promise<RunningApp> {
  const folder = await folderFor('app');
  const played = process.env.DEMO_PLAYED;
  if (played !== undefined) await copyDemo(played, folder);
  const app = await startIn(folder).catch((error: unknown) => forget(folder).then(() => Promise.reject(error)));
  return { url: app.url, stop: () => app.stop().finally(() => forget(folder)) };
}
