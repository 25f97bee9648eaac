import type pg from 'pg';
import type { Absence, AbsenceBook } from '../../runtime/notice-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import type { LocalDate } from '../../shared/time.js';
import { queryInTenant } from '../query-in-tenant.js';

/** Who is away in a municipality, and who stands in. */
export class PostgresAbsenceBook implements AbsenceBook {
  constructor(private readonly pool: pg.Pool) {}

  async register(tenant: TenantId, absence: Absence): Promise<void> {
    const { id, actor, fromOn, toOn, substitute, registeredBy } = absence;
    await queryInTenant(this.pool, tenant, {
      text: `insert into absence (tenant, id, actor, from_on, to_on, substitute, registered_by, registered_at)
        values ($1, $2, $3, $4, $5, $6, $7, boligflyt_now()) on conflict (tenant, id) do nothing`,
      values: [tenant, id, actor, fromOn, toOn, substitute, registeredBy],
    });
  }

  async change(tenant: TenantId, absence: Omit<Absence, 'registeredBy'>): Promise<boolean> {
    const { id, actor, fromOn, toOn, substitute } = absence;
    const changed = await queryInTenant(this.pool, tenant, {
      text: `update absence set from_on = $4, to_on = $5, substitute = $6
        where tenant = $1 and id = $2 and actor = $3 and ended_at is null returning id`,
      values: [tenant, id, actor, fromOn, toOn, substitute],
    });
    return changed.length > 0;
  }

  async end(tenant: TenantId, { id, actor }: Pick<Absence, 'id' | 'actor'>): Promise<boolean> {
    const ended = await queryInTenant(this.pool, tenant, {
      text: `update absence set ended_at = boligflyt_now()
        where tenant = $1 and id = $2 and actor = $3 and ended_at is null returning id`,
      values: [tenant, id, actor],
    });
    return ended.length > 0;
  }

  current(tenant: TenantId, on: LocalDate, actor?: Id<'Actor'>): Promise<readonly Absence[]> {
    return queryInTenant<Absence>(this.pool, tenant, {
      text: `select id, actor, from_on as "fromOn", to_on as "toOn", substitute, registered_by as "registeredBy"
        from absence where tenant = $1 and to_on >= $2::date and ended_at is null and ($3::text is null or actor = $3)
        order by from_on, id limit 500`,
      values: [tenant, on, actor ?? null],
    });
  }
}
