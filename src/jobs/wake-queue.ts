import { createPostgresBackend, Queue, Worker } from 'bullmq';
import type { Id } from '../shared/id.js';
import type { TenantId } from '../runtime/ports.js';

/** What the queue carries: what to look at, never what it says (no personal data leaves PostgreSQL's own tables). */
export type Wake =
  | { readonly kind: 'effects'; readonly tenant: TenantId }
  | { readonly kind: 'canary'; readonly tenant: TenantId }
  | {
      readonly kind: 'timer';
      readonly tenant: TenantId;
      readonly processInstanceId: Id<'ProcessInstance'>;
      readonly timerId: Id<'Timer'>;
    };

/** Where the queue is kept. PostgreSQL is the default and needs nothing else; Redis is for those who have it. */
export type QueueHome =
  { readonly kind: 'postgres'; readonly url: string } | { readonly kind: 'redis'; readonly url: string };

/** A queue of hints. Losing one delays what it hints at until the sweeper comes by; repeating one changes nothing. */
export interface WakeQueue {
  add(wake: Wake, delayMs: number): Promise<void>;
  /** Calls `ring` for every hint whose time has come, until the queue is closed. */
  work(ring: (wake: Wake) => Promise<void>): Promise<void>;
  /** Waits for the hints at work and lets go of every connection. */
  close(): Promise<void>;
}

const name = 'boligflyt-wake';
// A hint that was heard is of no more use, and one that was not heard is repeated by the sweeper.
const keepNothing = { removeOnComplete: true, removeOnFail: true, attempts: 1 } as const;
const hintsAtATime = 8;

/** Opens the queue; creates what it needs in its home first. `onError` hears of lost connections, which it mends itself. */
export async function openWakeQueue(home: QueueHome, onError: (failure: Error) => void): Promise<WakeQueue> {
  const queue = home.kind === 'postgres' ? await postgresQueue(home.url) : redisQueue(home.url);
  queue.on('error', onError);
  let worker: { on(event: 'error', listener: (failure: Error) => void): unknown; close(): Promise<void> } | undefined;

  return {
    add: async (wake, delayMs) => {
      await queue.add(wake.kind, wake, { ...keepNothing, ...identityOf(wake), delay: Math.max(0, delayMs) });
    },
    work: async (ring) => {
      const process = ({ data }: { readonly data: Wake }): Promise<void> => ring(data);
      worker = home.kind === 'postgres' ? postgresWorker(home.url, process) : redisWorker(home.url, process);
      worker.on('error', onError);
    },
    close: async () => {
      await worker?.close();
      await queue.close();
    },
  };
}

// A timer has one hint, however often it is given.
const identityOf = (wake: Wake): { readonly jobId?: string } => (wake.kind === 'timer' ? { jobId: wake.timerId } : {});

type Process = (job: { readonly data: Wake }) => Promise<void>;

// The queue's role owns its schema and sees nothing of ours. A statement that hangs must not hold a worker for ever.
const postgresConnection = (connectionString: string) => ({
  connectionString,
  schema: 'bullmq',
  options: '-c role=boligflyt_queue -c statement_timeout=15s',
  max: 3,
});

async function postgresQueue(url: string) {
  const queue = new Queue(name, { connection: { ...postgresConnection(url), migrate: true } }, createPostgresBackend);
  // The first job of a new queue makes a sequence, and everybody else waits for that transaction: let it be this one.
  const first = await queue.add('first', null, { ...keepNothing, delay: 86_400_000 });
  await first.remove();
  return queue;
}

const postgresWorker = (url: string, process: Process) =>
  new Worker(name, process, { connection: postgresConnection(url), concurrency: hintsAtATime }, createPostgresBackend);

const redisConnection = (url: string) => ({ url, maxRetriesPerRequest: null });

const redisQueue = (url: string) => new Queue(name, { connection: redisConnection(url), prefix: 'boligflyt' });

const redisWorker = (url: string, process: Process) =>
  new Worker(name, process, { connection: redisConnection(url), prefix: 'boligflyt', concurrency: hintsAtATime });
