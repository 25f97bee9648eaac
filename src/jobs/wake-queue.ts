import { setTimeout as wait } from 'node:timers/promises';
import { createPostgresBackend, isPgPool, Queue, runMigrations, Worker, type PgPool } from 'bullmq';
import type { Id } from '../shared/id.js';
import type { TenantId } from '../runtime/ports.js';
import type { Instant } from '../shared/time.js';
import { connectRedis } from './redis-home.js';

/** What the queue carries: what to look at, never what it says (no personal data leaves PostgreSQL's own tables). */
export type Wake =
  | { readonly kind: 'effects'; readonly tenant: TenantId }
  | { readonly kind: 'canary'; readonly tenant: TenantId }
  | {
      readonly kind: 'timer';
      readonly tenant: TenantId;
      readonly processInstanceId: Id<'ProcessInstance'>;
      readonly timerId: Id<'Timer'>;
      readonly dueAt: Instant;
    };

interface PostgresHome {
  readonly kind: 'postgres';
  /** Connections that may break without harm, and how all of them are ended, also those that nobody gave back. */
  openPool(): { readonly pool: unknown; end(): Promise<void> };
}

/**
 * Where the queue is kept. PostgreSQL is the default and needs nothing else; Redis is for those who have it: one, a cluster, or
 * several that Sentinels watch (`redisPlace` says how the address is written).
 */
export type QueueHome = PostgresHome | { readonly kind: 'redis'; readonly url: string };

/** A hint, and how long it is to wait. */
export interface DelayedWake {
  readonly wake: Wake;
  readonly delayMs: number;
}

/**
 * A queue of hints. Losing one delays what it hints at until the sweeper comes by; repeating one changes nothing. A queue that is
 * away makes hints fail at once, and is found again by itself.
 */
export interface WakeQueue {
  add(wake: Wake, delayMs: number): Promise<void>;
  /** Adds many hints in few trips. */
  addAll(wakes: readonly DelayedWake[]): Promise<void>;
  /** Calls `ring` for every hint whose time has come, until the queue is closed. */
  work(ring: (wake: Wake) => Promise<void>): Promise<void>;
  /** Whether the queue answers now; asked for a second at most. */
  answers(): Promise<boolean>;
  /** Waits for the hints at work, five seconds at most for a queue that is away, and lets go of every connection; once, however often it is asked. */
  close(): Promise<void>;
}

const name = 'boligflyt-wake';
// A hint that was heard is of no more use, and one that was not heard is repeated by the sweeper.
const keepNothing = { removeOnComplete: true, removeOnFail: true, attempts: 1 } as const;
const hintsAtATime = 8;
const openPatienceMs = 2_000;
const answerPatienceMs = 1_000;
const closePatienceMs = 5_000;

/**
 * Opens the queue; creates what it needs in PostgreSQL first, and waits two seconds for Redis at most. `onError` hears of lost connections,
 * which it mends itself.
 */
export async function openWakeQueue(home: QueueHome, onError: (failure: Error) => void): Promise<WakeQueue> {
  const opened = home.kind === 'postgres' ? await onPostgres(home, onError) : await onRedis(home.url, onError);
  const { queue, startWorker } = opened;
  queue.on('error', onError);
  let worker: Closable | undefined;
  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    const closing = Promise.all([worker?.close(), queue.close()]).catch(onError);
    await within(closePatienceMs, closing, undefined);
    await within(closePatienceMs, opened.letGo().catch(onError), undefined);
  };
  const jobOf = ({ wake, delayMs }: DelayedWake) => ({
    name: wake.kind,
    data: wake,
    opts: { ...keepNothing, ...identityOf(wake), delay: Math.max(0, Math.round(delayMs)) },
  });

  return {
    add: async (wake, delayMs) => {
      opened.requireUp();
      const { data, opts } = jobOf({ wake, delayMs });
      await queue.add(wake.kind, data, opts);
    },
    addAll: async (wakes) => {
      opened.requireUp();
      if (wakes.length > 0) await queue.addBulk(wakes.map(jobOf));
    },
    work: async (ring) => {
      worker = await startWorker(({ data }) => ring(data));
    },
    answers: () => within(answerPatienceMs, isAnswering(opened), false),
    close: () => (closed ??= close()),
  };
}

async function isAnswering({ queue, requireUp }: OpenHome): Promise<boolean> {
  try {
    requireUp();
    await queue.getWaitingCount();
    return true;
  } catch {
    return false;
  }
}

/** What `work` answers, or `otherwise` when that takes longer than `patienceMs`. */
async function within<Answer>(patienceMs: number, work: Promise<Answer>, otherwise: Answer): Promise<Answer> {
  const over = new AbortController();
  const patience = wait(patienceMs, otherwise, { signal: over.signal }).catch(() => otherwise);
  try {
    return await Promise.race([work, patience]);
  } finally {
    over.abort();
  }
}

// A timer has one hint for the moment it is due, however often that is given; where it is moved, the new moment has its own.
const identityOf = (wake: Wake): { readonly jobId?: string } =>
  wake.kind === 'timer' ? { jobId: `${wake.timerId}@${Date.parse(wake.dueAt)}` } : {};

type Process = (job: { readonly data: Wake }) => Promise<void>;

interface JobOptions {
  readonly delay: number;
  readonly jobId?: string;
}

// What is used of BullMQ, whose own types are other ones for each home.
interface Closable {
  on(event: 'error', listener: (failure: Error) => void): unknown;
  close(): Promise<void>;
}
interface HintQueue extends Closable {
  add(name: string, wake: Wake, options: JobOptions): Promise<unknown>;
  addBulk(jobs: { readonly name: string; readonly data: Wake; readonly opts: JobOptions }[]): Promise<unknown>;
  getWaitingCount(): Promise<number>;
}

interface OpenHome {
  readonly queue: HintQueue;
  readonly startWorker: (process: Process) => Promise<Closable>;
  /** Throws while the queue is away: BullMQ would keep what is added in memory until it is back, however long that is. */
  readonly requireUp: () => void;
  readonly letGo: () => Promise<void>;
}

// BullMQ listens to a connection of its own a moment after it is open, and one that is ended in that moment would end the process: so
// it is given connections that somebody listens to always.
async function onPostgres({ openPool }: PostgresHome, onError: (failure: Error) => void): Promise<OpenHome> {
  const { pool: connection, end } = openPool();
  // The types of the driver and BullMQ's of it differ in overloads only.
  if (!isPgPool(connection)) throw new TypeError('Expected a pool of connections to PostgreSQL');
  await makeTables(connection);
  const queue = new Queue(name, { connection }, createPostgresBackend);
  // The first job of a new queue makes a sequence, and everybody else waits for that transaction: let it be this one.
  const first = await queue.add('first', null, { ...keepNothing, delay: 86_400_000 });
  await first.remove();
  return {
    queue,
    startWorker: async (process) => {
      const options = { connection, concurrency: hintsAtATime };
      const worker = new Worker(name, process, options, createPostgresBackend);
      worker.on('error', onError);
      // It remembers for ever how its first connection went.
      await worker.waitUntilReady();
      return worker;
    },
    requireUp: () => undefined,
    letGo: end,
  };
}

async function makeTables(pool: PgPool): Promise<void> {
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
}

// In braces: a cluster then keeps everything of the queue on one node, where its scripts find it.
const prefix = '{boligflyt}';

async function onRedis(url: string, onError: (failure: Error) => void): Promise<OpenHome> {
  const [giving, hearing] = [connectRedis(url, false), connectRedis(url, true)];
  for (const connection of [giving, hearing]) connection.on('error', onError);
  const isReady = new Promise<void>((resolve) => void giving.once('ready', resolve));
  await within(openPatienceMs, isReady, undefined);
  return {
    queue: new Queue(name, { connection: giving, prefix }),
    startWorker: async (process) => {
      const worker = new Worker(name, process, { connection: hearing, prefix, concurrency: hintsAtATime });
      return worker.on('error', onError);
    },
    requireUp: () => {
      if (giving.status !== 'ready') throw new Error(`Expected Redis to be connected, but it is '${giving.status}'`);
    },
    letGo: async () => {
      giving.disconnect();
      hearing.disconnect();
    },
  };
}
