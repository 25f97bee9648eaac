import type pg from 'pg';
import type { TenantId } from '../../runtime/ports.js';
import type { Lookout, OverdueTimers, UntouchedCase } from '../../runtime/watch-ports.js';
import { queryInTenant } from '../query-in-tenant.js';

/** Reads what has been forgotten from the rows themselves: the view of invariant W, and the timers that should have rung. */
export class PostgresLookout implements Lookout {
  constructor(private readonly pool: pg.Pool) {}

  untouched(tenant: TenantId, limit: number): Promise<readonly UntouchedCase[]> {
    return queryInTenant<UntouchedCase>(this.pool, tenant, { text: untouchedCases, values: [limit] });
  }

  async overdue(tenant: TenantId): Promise<OverdueTimers> {
    const [row] = await queryInTenant<OverdueTimers>(this.pool, tenant, { text: overdueTimers, values: [tenant] });
    if (row === undefined) throw new Error('Expected the database to count overdue timers');
    return row;
  }
}

const untouchedCases = `
  select c.id as "processInstanceId", c.revision
  from case_untouched as u join process_instance as c using (tenant, id)
  order by c.started_at, c.id limit $1`;

const overdueTimers = `
  select
    count(*) filter (where late < 60)::int as "upTo1Minute",
    count(*) filter (where late >= 60 and late < 300)::int as "upTo5Minutes",
    count(*) filter (where late >= 300 and late < 3600)::int as "upTo1Hour",
    count(*) filter (where late >= 3600 and late < 86400)::int as "upTo1Day",
    count(*) filter (where late >= 86400)::int as "moreThan1Day",
    coalesce(max(late), 0)::float8 as "latestSeconds"
  from (
    select extract(epoch from (select boligflyt_now()) - t.due_at) as late
    from timer as t
    where t.tenant = $1 and t.fired_at is null and t.cancelled_at is null and t.due_at <= (select boligflyt_now())
      and not exists (
        select from process_instance as c where c.tenant = t.tenant and c.id = t.instance and c.suspended)
  ) as due`;
