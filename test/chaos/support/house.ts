import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../../support/redis-server.js';
import { eventually } from './chaos-run.js';

/** One process of Boligflyt as the image runs it, which may be killed and started again. */
export interface HouseProcess {
  readonly kind: 'web' | 'worker';
  /** Where it answers: pages and API, or for a worker its health only. */
  readonly address: string;
  /** Starts it; answers when it is ready, with the seconds that took. */
  start(): Promise<number>;
  kill(): Promise<void>;
  /** SIGTERM, and waits for its end; answers its exit code. */
  stop(): Promise<number | null>;
}

const startsWithinMs = 120_000;

/** A process with this environment, not started yet. */
export async function houseProcess(
  kind: HouseProcess['kind'],
  environment: Readonly<Record<string, string>>,
): Promise<HouseProcess> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const ending = child;
    child = undefined;
    if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return null;
    ending.kill(signal);
    await once(ending, 'close');
    return ending.exitCode;
  };
  const start = async (): Promise<number> => {
    const begun = performance.now();
    const started = spawn(process.execPath, ['--import', './tools/run-typescript.mjs', `src/app/${kind}.ts`], {
      env: {
        ...process.env,
        ...{ NODE_ENV: undefined, DEMO: 'true', LOG_LEVEL: 'error', HOST: '127.0.0.1', PUBLIC_URL: address },
        ...(kind === 'web' ? { PORT: String(port) } : { HEALTH_PORT: String(port) }),
        ...environment,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child = started;
    let said = '';
    started.stderr?.on('data', (text: Buffer) => (said += text.toString()));
    const isReady = async (): Promise<true | undefined> => {
      if (started.exitCode !== null) throw new Error(`Expected the ${kind} process to start, but it ended: ${said}`);
      const answer = await fetch(`${address}/health/ready`).catch(() => undefined);
      return answer?.ok === true ? true : undefined;
    };
    await eventually(`a ${kind} process that is ready`, isReady, startsWithinMs);
    return (performance.now() - begun) / 1000;
  };
  return { kind, address, start, kill: async () => void (await end('SIGKILL')), stop: () => end('SIGTERM') };
}
