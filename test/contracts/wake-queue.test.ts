import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { requireKeepingRedis } from '../../src/app/composition/open-queue.js';
import { redisSettings } from '../../src/jobs/redis-home.js';
import type { QueueHome, Wake, WakeQueue } from '../../src/jobs/wake-queue.js';
import { openWakeQueue } from '../../src/jobs/wake-queue.js';
import { idOf } from '../../src/shared/id.js';
import {
  hasRedisServer,
  startRedis,
  startRedisCluster,
  startWatchedRedis,
  type RedisServer,
  type WatchedRedis,
} from '../support/redis-server.js';
import { createTestDatabase } from '../support/test-database.js';
import { queueIn } from '../../src/store/queue-pool.js';

const tenant = idOf<'Tenant'>('trondheim');
const effects: Wake = { kind: 'effects', tenant };
const timer = (id: string, dueAt = '2026-11-23T08:00:00.000Z'): Wake => ({
  kind: 'timer',
  tenant,
  processInstanceId: idOf<'ProcessInstance'>('a'),
  timerId: idOf<'Timer'>(id),
  dueAt,
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

  it('keeps a hint for each moment of a timer that was moved: an hour early does not wait for the old one', async () => {
    await queue.add(timer('a-9'), 3_600_000);
    await queue.add(timer('a-9', '2026-11-23T07:00:00.000Z'), 0);

    expect(await hear(1)).toEqual([timer('a-9', '2026-11-23T07:00:00.000Z')]);
  });

  it('takes many hints at once, one for each timer', async () => {
    await queue.add(timer('a-7'), 0);
    await queue.addAll([
      { wake: timer('a-7'), delayMs: 0 },
      { wake: timer('a-8'), delayMs: 100.4 },
      { wake: effects, delayMs: 200 },
    ]);

    expect(await hear(3)).toEqual([timer('a-7'), timer('a-8'), effects]);
  });

  it('says that it answers', async () => {
    expect(await queue.answers()).toBe(true);
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
    return { home: queueIn(database.url), close: () => database.drop() };
  });

  // A second end is refused by the driver, and nobody waits for it: it would end the process in the middle of its stop.
  it('ends its connections once, though the workers close it and then the process that opened it', async () => {
    const database = await createTestDatabase();
    let ends = 0;
    const counted = () => {
      const opened = queueIn(database.url).openPool();
      return { ...opened, end: () => opened.end().finally(() => (ends += 1)) };
    };
    const queue = await openWakeQueue({ kind: 'postgres', openPool: counted }, () => undefined);
    await queue.close();
    await queue.close();

    expect(ends).toBe(1);
    await database.drop();
  });
});

(hasRedisServer ? describe : describe.skip)('the queue of hints on Redis', () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.kill());

  contract(async () => ({ home: { kind: 'redis', url: server.url }, close: async () => undefined }));
});

(hasRedisServer ? describe : describe.skip)('the queue of hints on a cluster of three Redis', () => {
  let cluster: RedisServer;
  beforeAll(async () => {
    cluster = await startRedisCluster();
  }, 180_000);
  afterAll(() => cluster.kill());

  contract(async () => ({ home: { kind: 'redis', url: cluster.url }, close: async () => undefined }));
});

(hasRedisServer ? describe : describe.skip)('the queue of hints on Redis that Sentinels watch', () => {
  let watched: WatchedRedis;
  beforeAll(async () => {
    watched = await startWatchedRedis();
  }, 180_000);
  afterAll(() => watched.end());

  contract(async () => ({ home: { kind: 'redis', url: watched.url }, close: async () => undefined }));

  it('is refused where the second may throw hints away, though the first may not', async () => {
    expect(await redisSettings(watched.url)).toEqual({ maxmemoryPolicy: 'noeviction', aof: false });
    const second = new Redis(await watched.secondPort());
    await second.config('SET', 'maxmemory-policy', 'allkeys-lru');

    expect(await redisSettings(watched.url)).toEqual({ maxmemoryPolicy: 'allkeys-lru', aof: false });
    await second.config('SET', 'maxmemory-policy', 'noeviction');
    second.disconnect();
  });

  it('finds the second when the first is gone, and hears hints from there', async () => {
    const queue = await openWakeQueue({ kind: 'redis', url: watched.url }, () => undefined);
    const heard: Wake[] = [];
    await queue.work(async (wake) => void heard.push(wake));
    await watched.endFirst();
    const isGiven = () =>
      queue.add(timer('a-1'), 0).then(
        () => true,
        () => false,
      );
    while (!(await isGiven())) await wait(50);
    while (heard.length < 1) await wait(20);

    expect(heard).toEqual([timer('a-1')]);
    await queue.close();
  }, 180_000);
});

(hasRedisServer ? describe : describe.skip)('Redis that is away', () => {
  it('at the start and once more later: hints fail at once meanwhile, and are heard each time it is back', async () => {
    const gone = await startRedis();
    gone.kill();
    const queue = await openWakeQueue({ kind: 'redis', url: gone.url }, () => undefined);
    const heard: Wake[] = [];
    await queue.work(async (wake) => void heard.push(wake));
    const answersOf = async (wanted: boolean): Promise<void> => {
      while ((await queue.answers()) !== wanted) await wait(20);
    };

    await expect(queue.add(effects, 0)).rejects.toThrow('Expected Redis to be connected');
    const first = await startRedis([], gone.port);
    await answersOf(true);
    await queue.add(timer('a-1'), 0);
    while (heard.length < 1) await wait(20);
    first.kill();
    await answersOf(false);
    await expect(queue.add(effects, 0)).rejects.toThrow();
    const second = await startRedis([], gone.port);
    await answersOf(true);
    await queue.add(timer('a-2'), 0);
    while (heard.length < 2) await wait(20);

    expect(heard).toEqual([timer('a-1'), timer('a-2')]);
    await queue.close();
    second.kill();
  }, 180_000);
});

(hasRedisServer ? describe : describe.skip)('Redis at the start of a process', () => {
  const told = async (settings: readonly string[]): Promise<readonly string[]> => {
    const server = await startRedis(settings);
    const warnings: string[] = [];
    try {
      await requireKeepingRedis(server.url, { warn: (_, sentence) => void warnings.push(sentence) });
    } catch (refusal) {
      warnings.push(String(refusal));
    } finally {
      server.kill();
    }
    return warnings;
  };

  it('is refused with CONFIG_REDIS_EVICTION where it may throw hints away', async () => {
    expect(await told(['--maxmemory', '100mb', '--maxmemory-policy', 'allkeys-lru'])).toEqual([
      'StartRefusal: CONFIG_REDIS_EVICTION: Redis har maxmemory-policy allkeys-lru og kan kaste påminnelser når den er full. Sett «maxmemory-policy noeviction».',
    ]);
  });

  it('is warned of where a restart empties it, and is nothing to speak of where both are right', async () => {
    expect(await told([])).toEqual([
      'Redis has no append-only file: hints are lost when it restarts. Set «appendonly yes»',
    ]);
    expect(await told(['--appendonly', 'yes'])).toEqual([]);
  });

  it('is told of when it is away, and stops nothing', async () => {
    const warnings: string[] = [];
    await requireKeepingRedis('redis://127.0.0.1:1', { warn: (_, sentence) => void warnings.push(sentence) });

    expect(warnings).toEqual(['Redis does not answer: until it does, the sweeper does the work of the hints']);
  });
});
