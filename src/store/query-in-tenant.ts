import type pg from 'pg';
import type { TenantId } from '../runtime/ports.js';
import { withTenant, type Statement } from './with-tenant.js';

/**
 * One statement in a transaction of its own, in the name of a municipality. One that is asked all the time has a name: planning it costs
 * several times what carrying it out does.
 */
export async function queryInTenant<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  tenant: TenantId,
  { values, ...said }: Statement,
): Promise<readonly Row[]> {
  const { rows } = await withTenant(pool, tenant, (transaction) =>
    transaction.query<Row>({ ...said, values: [...values] }),
  );
  return rows;
}
