import type pg from 'pg';
import type { AllowanceBook, AllowanceLimits } from '../../runtime/allowance-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import { queryInTenant } from '../query-in-tenant.js';

/** What whoever is not logged in has sent a municipality lately. */
export class PostgresAllowanceBook implements AllowanceBook {
  constructor(private readonly pool: pg.Pool) {}

  async take(tenant: TenantId, source: number, { most, withinMinutes }: AllowanceLimits): Promise<boolean> {
    // A transaction of its own, and nothing that somebody else holds: two that tidy and count at once never wait for each other in a ring.
    await queryInTenant(this.pool, tenant, {
      text: `delete from stranger_allowance where (tenant, source) in (select tenant, source from stranger_allowance
        where tenant = $1 and last_taken_at <= boligflyt_now() - make_interval(mins => $2) for update skip locked)`,
      values: [tenant, withinMinutes],
    });
    const counted = await queryInTenant(this.pool, tenant, {
      text: `insert into stranger_allowance as kept (tenant, source, taken_at, last_taken_at)
        values ($1, $2, array[boligflyt_now()], boligflyt_now())
        on conflict (tenant, source) do update set last_taken_at = boligflyt_now(), taken_at = boligflyt_now() || array(
          select one from unnest(kept.taken_at) as one where one > boligflyt_now() - make_interval(mins => $3))
        where $4 > (select count(*) from unnest(kept.taken_at) as one where one > boligflyt_now() - make_interval(mins => $3))
        returning source`,
      values: [tenant, source, withinMinutes, most],
    });
    return counted.length > 0;
  }
}
