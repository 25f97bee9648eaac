import type pg from 'pg';
import type { ExternalJobTypes } from '../../runtime/jobs/job-book.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import { queryInTenant } from '../query-in-tenant.js';

/** The job types that the configuration names for every municipality, and those that an operator has registered in one. */
export class PostgresExternalJobTypes implements ExternalJobTypes {
  constructor(
    private readonly pool: pg.Pool,
    private readonly configured: readonly string[],
  ) {}

  async list(tenant: TenantId): Promise<readonly string[]> {
    const text = 'select type from external_job_type where tenant = $1';
    const rows = await queryInTenant<{ type: string }>(this.pool, tenant, { text, values: [tenant] });
    return [...new Set([...this.configured, ...rows.map(({ type }) => type)])].sort();
  }

  async register(tenant: TenantId, type: string, by: Id<'Actor'>): Promise<void> {
    const text =
      'insert into external_job_type (tenant, type, registered_by) values ($1, $2, $3) on conflict do nothing';
    await queryInTenant(this.pool, tenant, { text, values: [tenant, type, by] });
  }
}
