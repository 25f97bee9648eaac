import type pg from 'pg';
import type { TenantId } from '../runtime/ports.js';
import { sayAccess, saySystem } from './access-settings.js';
import { asStoreFailure, throwStoreFailure } from './store-failure.js';
import { together } from './together.js';

/** A connection inside a transaction. */
export type Transaction = pg.PoolClient;

/** What is said to a connection; one with a name is prepared once on it. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Says several statements in one breath; on a connection that pipelines that is one trip. Of several failures the first is told. */
export async function sendAll(transaction: Transaction, statements: readonly Statement[]): Promise<void> {
  await together(statements.map(({ values, ...said }) => transaction.query({ ...said, values: [...values] })));
}

/**
 * Sends the commit in the same breath as the statements before it, whose answers nobody has waited for; nothing may be said after it. A
 * statement that fails leaves nothing to commit.
 */
export type CommitNow = () => Promise<void>;

/** A transaction that whoever has it may end. */
export interface OpenTransaction {
  readonly transaction: Transaction;
  readonly commitNow: CommitNow;
}

/**
 * Runs `work` in one transaction in the name of a municipality and of whoever reads now: row-level security shows nothing else. Commits what `work` did when
 * it resolves, if it has not done so itself; when it rejects, nothing has happened, or nobody knows: `StoreUnavailable` where asking
 * later helps.
 */
export const withTenant = <Result>(pool: pg.Pool, tenant: TenantId, work: Work<Result>): Promise<Result> =>
  inTransaction(pool, sayAccess(tenant), work);

/** The same for what changes cases, in the name of the system: whoever asked was found to be allowed to, and rules must see what they are not shown. */
export const withCasesOf = <Result>(pool: pg.Pool, tenant: TenantId, work: Work<Result>): Promise<Result> =>
  inTransaction(pool, saySystem(tenant), work);

type Work<Result> = (transaction: Transaction, commitNow: CommitNow) => Promise<Result>;

async function inTransaction<Result>(pool: pg.Pool, settings: string, work: Work<Result>): Promise<Result> {
  const client = await pool.connect().catch(throwStoreFailure);
  let broken = true;
  let committing: Promise<void> | undefined;
  const commitNow = (): Promise<void> => (committing ??= commit(client));
  try {
    // The setting lives exactly as long as the transaction. Nobody waits for the answer: what follows is carried out after it,
    // and without the setting there are no rows.
    const begun = client.query(`begin; ${settings}`);
    begun.catch(() => undefined);
    const result = await work(client, commitNow);
    await begun;
    await commitNow();
    broken = false;
    return result;
  } catch (failure) {
    broken = await rollbackFails(client);
    throw asStoreFailure(failure);
  } finally {
    client.release(broken);
  }
}

// PostgreSQL answers the commit of a transaction in which something failed with a rollback, not with an error.
async function commit(client: pg.PoolClient): Promise<void> {
  const { command } = await client.query('commit');
  if (command !== 'COMMIT') throw new Error(`Expected the transaction to be committed, but it was ended by ${command}`);
}

async function rollbackFails(client: pg.PoolClient): Promise<boolean> {
  try {
    await client.query('rollback');
    return false;
  } catch {
    return true;
  }
}
