import type pg from 'pg';
import type { TenantId } from '../runtime/ports.js';
import { sayAccess } from './access-settings.js';
import { asStoreFailure, throwStoreFailure } from './store-failure.js';
import { together } from './together.js';

/** A statement that is prepared once on each connection, under its name. */
export interface NamedStatement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * One reading statement in a transaction of its own, in the name of a municipality and of whoever reads now: begun, asked and ended in one trip. The pool's
 * connections must pipeline. Rejects with `StoreUnavailable` where asking later helps.
 */
export async function readAtOnce<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  tenant: TenantId,
  { name, text, values }: NamedStatement,
): Promise<readonly Row[]> {
  const client = await pool.connect().catch(throwStoreFailure);
  let broken = true;
  try {
    const [, { rows }] = await together([
      client.query(`begin read only; ${sayAccess(tenant)}`),
      client.query<Row>({ name, text, values: [...values] }),
      client.query('commit'),
    ]);
    broken = false;
    return rows;
  } catch (failure) {
    throw asStoreFailure(failure);
  } finally {
    client.release(broken);
  }
}
