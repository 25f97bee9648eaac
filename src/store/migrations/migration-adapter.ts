import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type pg from 'pg';

/** How the schema engine reaches a database to apply migrations. Whoever gave `pool` ends it; the engine does not. */
export function createMigrationAdapter(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(pool),
    connectToShadowDb: () => Promise.reject(new Error('Applying migrations needs no shadow database')),
  };
}

async function connect(pool: pg.Pool): Promise<SqlDriverAdapter> {
  const adapter = await new PrismaPg(pool).connect();
  // The adapter's own way cuts a script at every semicolon, also inside a function; and sent whole it is one transaction,
  // so that a migration that fails leaves nothing behind.
  adapter.executeScript = async (script) => {
    await pool.query(script);
  };
  return adapter;
}
