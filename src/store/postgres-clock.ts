import type pg from 'pg';
import type { Clock, TenantId } from '../runtime/ports.js';
import type { Instant } from '../shared/time.js';
import { withTenant } from './with-tenant.js';

/** Whether the clock may be moved by hand: `demo` moves a running clock, `frozen` one that stands still in between. */
export type ClockMode = 'real' | 'demo' | 'frozen';

/** The database's clock (`boligflyt_now()`), the only one that decides what is due. */
export class PostgresClock implements Clock {
  constructor(
    private readonly pool: pg.Pool,
    private readonly mode: ClockMode = 'real',
  ) {}

  now(tenant: TenantId): Promise<Instant> {
    return withTenant(this.pool, tenant, async (transaction) => {
      const { rows } = await transaction.query<{ now: Instant }>({
        name: 'now',
        text: 'select boligflyt_now() as now',
      });
      const [first] = rows;
      if (first === undefined) throw new Error('Expected the database to tell the time');
      return first.now;
    });
  }

  async moveTo(tenant: TenantId, at: Instant): Promise<boolean> {
    if (this.mode === 'real') return false;

    const sql = this.mode === 'demo' ? moveRunningClock : moveFrozenClock;
    return withTenant(this.pool, tenant, async (transaction) => {
      const { rowCount } = await transaction.query(sql, [tenant, at]);
      return rowCount === 1;
    });
  }

  /** Stops the clock at `at`, which may lie in the past: the beginning of a story or a test. Refused outside that mode. */
  async freezeAt(tenant: TenantId, at: Instant): Promise<void> {
    if (this.mode !== 'frozen') throw new Error(`Expected a clock that may be frozen, but it is '${this.mode}'`);

    await withTenant(this.pool, tenant, (transaction) => transaction.query(freezeClock, [tenant, at]));
  }
}

// Rounded up: the clock must not stand a fraction before the instant it was moved to. `greatest`: whoever moved it further
// meanwhile has the last word, since what has rung cannot be unrung.
const moveRunningClock = `
  insert into clock as c (tenant, offset_ms)
  select $1, ceil(extract(epoch from $2::timestamptz - clock_timestamp()) * 1000)
  where $2::timestamptz > boligflyt_now()
  on conflict (tenant) do update set offset_ms = greatest(c.offset_ms, excluded.offset_ms), frozen_at = null`;

const moveFrozenClock = `
  insert into clock as c (tenant, frozen_at)
  select $1, $2::timestamptz where $2::timestamptz > boligflyt_now()
  on conflict (tenant) do update set frozen_at = greatest(c.frozen_at, excluded.frozen_at)`;

const freezeClock = `
  insert into clock as c (tenant, frozen_at) values ($1, $2::timestamptz)
  on conflict (tenant) do update set frozen_at = excluded.frozen_at`;
