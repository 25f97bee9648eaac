import type pg from 'pg';
import type { TenantId } from '../runtime/ports.js';
import { asStoreFailure, throwStoreFailure } from './store-failure.js';

/** A connection inside a transaction. */
export type Transaction = pg.PoolClient;

/**
 * Runs `work` in one transaction in the name of a municipality: row-level security shows nothing else. Commits what `work` did when
 * it resolves; when it rejects, nothing has happened, or nobody knows: `StoreUnavailable` where asking later helps.
 */
export async function withTenant<Result>(
  pool: pg.Pool,
  tenant: TenantId,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect().catch(throwStoreFailure);
  // A connection that dies while no statement runs says so here; the next statement then rejects.
  const onError = (): void => undefined;
  client.on('error', onError);
  let broken = true;
  try {
    // The setting lives exactly as long as the transaction. Nobody waits for the answer: what follows is carried out after it,
    // and without the setting there are no rows.
    const begun = client.query(`begin; select set_config('app.tenant', ${client.escapeLiteral(tenant)}, true)`);
    begun.catch(() => undefined);
    const result = await work(client);
    await begun;
    await client.query('commit');
    broken = false;
    return result;
  } catch (failure) {
    broken = await rollbackFails(client);
    throw asStoreFailure(failure);
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

async function rollbackFails(client: pg.PoolClient): Promise<boolean> {
  try {
    await client.query('rollback');
    return false;
  } catch {
    return true;
  }
}
