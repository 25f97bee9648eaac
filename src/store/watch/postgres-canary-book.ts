import type pg from 'pg';
import type { TenantId } from '../../runtime/ports.js';
import type { CanaryBook, CanaryWay } from '../../runtime/watch-ports.js';
import { queryInTenant } from '../query-in-tenant.js';
import { withTenant } from '../with-tenant.js';

/** Canaries in PostgreSQL. Its own clock decides, never the demo's: a canary tells of the world. */
export class PostgresCanaryBook implements CanaryBook {
  constructor(private readonly pool: pg.Pool) {}

  ring(tenant: TenantId, way: CanaryWay): Promise<boolean> {
    return withTenant(this.pool, tenant, async (transaction) => {
      await transaction.query(setFirst, [tenant]);
      const { rowCount } = await transaction.query(ringDue, [tenant, way]);
      return rowCount === 1;
    });
  }

  async lateSeconds(tenant: TenantId): Promise<number> {
    const [row] = await queryInTenant<{ late: number }>(this.pool, tenant, { text: lateness, values: [tenant] });
    return row?.late ?? 0;
  }

  async count(tenant: TenantId): Promise<Readonly<Record<CanaryWay, number>>> {
    const [row] = await queryInTenant<Record<CanaryWay, number>>(this.pool, tenant, { text: counts, values: [tenant] });
    return row ?? { hint: 0, sweep: 0 };
  }
}

const setFirst = `
  insert into canary (tenant, due_at) values ($1, clock_timestamp()) on conflict (tenant) do nothing`;

const ringDue = `
  update canary
  set rung_at = clock_timestamp(), due_at = clock_timestamp() + interval '1 minute',
    by_hint = by_hint + ($2 = 'hint')::int, by_sweep = by_sweep + ($2 = 'sweep')::int
  where tenant = $1 and due_at <= clock_timestamp()`;

const lateness = `
  select greatest(0, extract(epoch from clock_timestamp() - due_at))::float8 as late from canary where tenant = $1`;

const counts = `select by_hint::float8 as hint, by_sweep::float8 as sweep from canary where tenant = $1`;
