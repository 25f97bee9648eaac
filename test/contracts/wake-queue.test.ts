import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { QueueHome, Wake, WakeQueue } from '../../src/jobs/wake-queue.js';
import { openWakeQueue } from '../../src/jobs/wake-queue.js';
import { idOf } from '../../src/shared/id.js';
import { createTestDatabase } from '../support/test-database.js';

const tenant = idOf<'Tenant'>('trondheim');
const effects: Wake = { kind: 'effects', tenant };
const timer = (id: string): Wake => ({
  kind: 'timer',
  tenant,
  processInstanceId: idOf<'ProcessInstance'>('a'),
  timerId: idOf<'Timer'>(id),
});

interface OpenHome {
  readonly home: QueueHome;
  close(): Promise<void>;
}

/** What holds for the queue wherever it is kept. */
function contract(openHome: () => Promise<OpenHome>) {
  let open: OpenHome;
  let queue: WakeQueue;

  beforeEach(async () => {
    open = await openHome();
    queue = await openWakeQueue(open.home, () => undefined);
  });
  afterEach(async () => {
    await queue.close();
    await open.close();
  });

  /** Works until `count` hints were heard. */
  const hear = (count: number) =>
    new Promise<readonly Wake[]>((resolve, reject) => {
      const heard: Wake[] = [];
      queue
        .work(async (wake) => {
          heard.push(wake);
          if (heard.length === count) resolve(heard);
        })
        .catch(reject);
    });

  it('brings a hint to the worker', async () => {
    await queue.add(effects, 0);

    expect(await hear(1)).toEqual([effects]);
  });

  it('brings a delayed hint after one that is not', async () => {
    await queue.add(timer('a-7'), 300);
    await queue.add(timer('a-8'), 0);

    expect(await hear(2)).toEqual([timer('a-8'), timer('a-7')]);
  });

  it('keeps one hint for a timer, however often it is given', async () => {
    await queue.add(timer('a-7'), 0);
    await queue.add(timer('a-7'), 0);
    await queue.add(effects, 0);

    const heard = await hear(2);
    expect([...heard].sort((one, other) => one.kind.localeCompare(other.kind))).toEqual([effects, timer('a-7')]);
  });

  it('opens again where it was closed, with what was waiting', async () => {
    await queue.add(timer('a-7'), 0);
    await queue.close();

    queue = await openWakeQueue(open.home, () => undefined);
    expect(await hear(1)).toEqual([timer('a-7')]);
  });
}

describe('the queue of hints on PostgreSQL', () => {
  contract(async () => {
    const database = await createTestDatabase();
    return { home: { kind: 'postgres', url: database.url }, close: () => database.drop() };
  });
});

const redisUrl = process.env['REDIS_URL'];
const hasRedis = redisUrl !== undefined || canRun('redis-server');

(hasRedis ? describe : describe.skip)('the queue of hints on Redis', () => {
  let server: ChildProcess | undefined;
  let url = redisUrl ?? '';

  beforeAll(async () => {
    if (redisUrl !== undefined) return;
    const port = await freePort();
    url = `redis://127.0.0.1:${port}`;
    server = await startRedis(port);
  });
  afterAll(() => server?.kill('SIGKILL'));

  contract(async () => ({ home: { kind: 'redis', url }, close: async () => undefined }));
});

function canRun(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function startRedis(port: number): Promise<ChildProcess> {
  const server = spawn('redis-server', ['--port', String(port), '--save', '', '--appendonly', 'no']);
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.stdout.on('data', (text: Buffer) => {
      if (text.includes('Ready to accept connections')) resolve(server);
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
