import type pg from 'pg';
import type { ServerClock } from '../../runtime/watch-ports.js';
import type { Instant } from '../../shared/time.js';

/** PostgreSQL's own clock, which no demo moves. */
export class PostgresServerClock implements ServerClock {
  constructor(private readonly pool: pg.Pool) {}

  async now(): Promise<Instant> {
    const { rows } = await this.pool.query<{ now: Instant }>('select clock_timestamp() as now');
    const [first] = rows;
    if (first === undefined) throw new Error('Expected the database to tell the time');
    return first.now;
  }
}
