import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { freePort } from '../../support/redis-server.js';
import { eventually } from './chaos-run.js';

/** One process of a house, as it is started in earnest; when it ends it stays ended until it is started again. */
export interface HouseProcess {
  readonly kind: 'web' | 'worker';
  /** Where its API is; a worker has none. */
  readonly address: string;
  /** What it holds of the machine's memory, in MB; 0 while it is ended. */
  memoryMb(): number;
  /** Ends it and answers how long that took, in seconds; after SIGTERM it must end by itself, with 0. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number>;
  /** Starts the next one on the same ports and answers how long it took until it was ready, in seconds. */
  start(): Promise<number>;
}

/** What every process of a house is told. */
export type HouseEnvironment = Readonly<Record<string, string>>;

// As long as Kubernetes waits before it kills.
const graceMs = 30_000;
// For one that hangs: a busy machine takes a minute to start four.
const patienceMs = 240_000;

/** Starts one process of a house and answers when it is ready. */
export async function startHouseProcess(
  kind: HouseProcess['kind'],
  environment: HouseEnvironment,
): Promise<HouseProcess> {
  const [port, healthPort] = [await freePort(), await freePort()];
  const env = { ...process.env, ...environment, PORT: String(port), HEALTH_PORT: String(healthPort) };
  const program = ['--import', './tools/run-typescript.mjs', `src/app/${kind}.ts`];
  let child: ChildProcess | undefined;
  let said = '';
  // A run that fails leaves nobody at work.
  process.once('exit', () => child?.kill('SIGKILL'));

  const start = async (): Promise<number> => {
    const begun = performance.now();
    said = '';
    const started = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'pipe'], env });
    child = started;
    for (const stream of [started.stdout, started.stderr]) stream.on('data', (text: Buffer) => (said += text));
    await eventually(
      `a ${kind} that is ready`,
      async () => {
        if (started.exitCode !== null || started.signalCode !== null)
          throw new Error(`Expected a ${kind} to start, but it said: ${said}`);
        return (await isReady(healthPort)) ? true : undefined;
      },
      patienceMs,
    );
    return (performance.now() - begun) / 1000;
  };
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<number> => {
    const ended = child;
    if (ended === undefined || ended.exitCode !== null || ended.signalCode !== null) return 0;
    const begun = performance.now();
    const isGone = once(ended, 'close');
    ended.kill(signal);
    const isLate = setTimeout(() => ended.kill('SIGKILL'), graceMs);
    await isGone;
    clearTimeout(isLate);
    if (signal === 'SIGTERM' && ended.exitCode !== 0)
      throw new Error(
        `Expected a ${kind} to end with 0, but it ended with ${ended.exitCode ?? ended.signalCode}: ${said}`,
      );
    return (performance.now() - begun) / 1000;
  };
  await start();
  const memoryMb = (): number => (child?.pid === undefined ? 0 : residentMb(child.pid));
  return { kind, address: `http://127.0.0.1:${port}`, memoryMb, end, start };
}

function residentMb(pid: number): number {
  const status = `/proc/${pid}/status`;
  const kilobytes = existsSync(status) ? /^VmRSS:\s+(\d+)/m.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  return Number(kilobytes ?? 0) / 1024;
}

const isReady = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
