import type pg from 'pg';
import type { TenantId } from '../../runtime/ports.js';
import { horizonHours, type ComingTimer, type TimerHorizon } from '../../runtime/timer-horizon.js';
import { withTenant, type Transaction } from '../with-tenant.js';

const atATime = 1_000;

/** The horizon in PostgreSQL: one row for each municipality says how far the queue has been told. */
export class PostgresTimerHorizon implements TimerHorizon {
  constructor(private readonly pool: pg.Pool) {}

  entering(tenant: TenantId): Promise<readonly ComingTimer[]> {
    return withTenant(this.pool, tenant, async (transaction) => {
      await transaction.query(setFirst, [tenant, horizonHours]);
      const { rows: mine } = await transaction.query(take, [tenant]);
      if (mine.length === 0) return [];

      const { rows } = await transaction.query<ComingTimer>(coming, [tenant, horizonHours, atATime]);
      await moveOn(transaction, tenant, rows);
      return rows;
    });
  }
}

// As far as the last that was told when there may be more; else as far as the queue is told of anything.
const moveOn = (transaction: Transaction, tenant: TenantId, told: readonly ComingTimer[]): Promise<unknown> =>
  transaction.query(moveTo, [tenant, horizonHours, told.length < atATime ? null : told.at(-1)?.dueAt]);

// What was set before anybody asked and lies within reach has had its hint when it was set.
const setFirst = `
  insert into timer_horizon (tenant, reaches_to) values ($1, (select boligflyt_now()) + $2 * interval '1 hour')
  on conflict (tenant) do nothing`;

const take = 'select from timer_horizon where tenant = $1 for update skip locked';

const coming = `
  select t.instance as "processInstanceId", t.id as "timerId", t.due_at as "dueAt",
    extract(epoch from t.due_at - (select boligflyt_now()))::float8 * 1000 as "waitMs"
  from timer as t
  where t.tenant = $1 and t.fired_at is null and t.cancelled_at is null
    and t.due_at > (select reaches_to from timer_horizon where tenant = $1)
    and t.due_at <= (select boligflyt_now()) + $2 * interval '1 hour'
  order by t.due_at fetch first $3 rows with ties`;

const moveTo = `
  update timer_horizon
  set reaches_to = greatest(reaches_to, coalesce($3::timestamptz, (select boligflyt_now()) + $2 * interval '1 hour'))
  where tenant = $1`;
