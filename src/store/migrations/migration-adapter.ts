import { setTimeout as wait } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';

const mostTries = 30;
const pauseMs = 1_000;

/**
 * How the schema engine reaches a database to apply migrations. Whoever gave `pool` ends it; the engine does not. `onFailure` hears
 * what the database says to a migration that fails: the engine itself tells only that there was something.
 */
export function createMigrationAdapter(
  pool: pg.Pool,
  onFailure: (failure: unknown) => void,
): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(pool, onFailure),
    connectToShadowDb: () => Promise.reject(new Error('Applying migrations needs no shadow database')),
  };
}

async function connect(pool: pg.Pool, onFailure: (failure: unknown) => void): Promise<SqlDriverAdapter> {
  const adapter = await new PrismaPg(pool).connect();
  // The adapter's own way cuts a script at every semicolon, also inside a function; and sent whole it is one transaction,
  // so that a migration that fails leaves nothing behind.
  adapter.executeScript = async (script) => {
    try {
      await inTurn(() => pool.query(`${script}\n;${markFinished}`));
    } catch (failure) {
      onFailure(failure);
      throw failure;
    }
  };
  return adapter;
}

// Everybody who wants the table waits behind a migration that waits for it, so it steps back after `lock_timeout` and tries again.
async function inTurn(run: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await run();
      return;
    } catch (failure) {
      if (attempt === mostTries || !isLockTimeout(failure)) throw failure;
    }
    await wait(pauseMs);
  }
}

const isLockTimeout = (failure: unknown): boolean => failure instanceof pg.DatabaseError && failure.code === '55P03';

// Written with the migration itself: whoever is killed in between has either done it and said so, or done nothing.
const markFinished = `
  do $$ begin
    if to_regclass('public._prisma_migrations') is not null then
      update public._prisma_migrations set finished_at = clock_timestamp() where finished_at is null and rolled_back_at is null;
    end if;
  end $$`;
