import pg from 'pg';
import { survive } from './pool.js';

/** The database as the home of the queue of hints. */
export interface QueueInDatabase {
  readonly kind: 'postgres';
  openPool(): QueuePool;
}

/** The queue's connections; `end` ends all of them, also those that the queue has taken and not given back. */
export interface QueuePool {
  readonly pool: pg.Pool;
  end(): Promise<void>;
}

// The role owns the queue's schema and sees nothing of ours. A statement that hangs must not hold a worker for ever.
const options = '-c role=boligflyt_queue -c search_path=bullmq -c statement_timeout=15s';

/** The queue of hints is kept in the database behind `url`. */
export function queueIn(url: string): QueueInDatabase {
  return { kind: 'postgres', openPool: () => openPool(url) };
}

function openPool(url: string): QueuePool {
  const clients = new Set<pg.Client>();
  const pool = survive(new pg.Pool({ connectionString: url, max: 7, keepAlive: true, options }))
    .on('connect', (client) => clients.add(client))
    .on('remove', (client) => clients.delete(client));
  const end = async (): Promise<void> => {
    // It waits for what is given back, and a worker that is closed while it takes its connection never gives that one back.
    void pool.end();
    await Promise.all([...clients].map((client) => client.end()));
  };
  return { pool, end };
}
