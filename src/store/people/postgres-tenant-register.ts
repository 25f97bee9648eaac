import type pg from 'pg';
import type { TenantRegister } from '../../runtime/login-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import { withTenant } from '../with-tenant.js';

/** The municipalities, each written in its own name. */
export class PostgresTenantRegister implements TenantRegister {
  constructor(private readonly pool: pg.Pool) {}

  async enter(tenant: TenantId, name: string): Promise<void> {
    const sql = `insert into tenant (tenant, name) values ($1, $2)
      on conflict (tenant) do update set name = excluded.name where tenant.name <> excluded.name`;
    await withTenant(this.pool, tenant, (transaction) => transaction.query(sql, [tenant, name]));
  }
}
