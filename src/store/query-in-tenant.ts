import type pg from 'pg';
import type { TenantId } from '../runtime/ports.js';
import { withTenant } from './with-tenant.js';

/** One statement in a transaction of its own, in the name of a municipality. */
export async function queryInTenant<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  tenant: TenantId,
  statement: { readonly text: string; readonly values: readonly unknown[] },
): Promise<readonly Row[]> {
  const { text, values } = statement;
  const { rows } = await withTenant(pool, tenant, (transaction) => transaction.query<Row>(text, [...values]));
  return rows;
}
