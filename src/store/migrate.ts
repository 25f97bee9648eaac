import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { createMigrationAdapter } from './migrations/migration-adapter.js';
import { readMigrationFiles } from './migrations/migration-files.js';
import { survive } from './pool.js';
import type { MigrationFile } from './migrations/migration-files.js';
import { openSchemaEngine } from './migrations/schema-engine.js';

const migrationsDirectory = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

// Any number that nobody else uses: one process at a time migrates a database.
const migrationLock = 7_305_112;

/**
 * Brings the database at `url` to the schema of this version and answers the names of the migrations that were applied.
 * Offline, without a CLI; safe to call from several processes at once; a few milliseconds when nothing is to be done. A migration
 * waits two seconds for a lock, then lets others pass and tries again; one that fails or is killed leaves nothing behind, and the
 * next call begins it anew. `url` must log in as the owner of the schema, and lead to the server itself: no pooler keeps the lock.
 */
export async function migrate(url: string, directory = migrationsDirectory): Promise<readonly string[]> {
  const files = await readMigrationFiles(directory);
  const client = new pg.Client({ connectionString: url }).on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    const applied = (await isCurrent(client, files)) ? [] : await applyUnderLock(client, { url, directory, files });
    await letQueueMigrate(client);
    await letProcessesReadVersion(client);
    return applied;
  } finally {
    await client.end();
  }
}

/** What this version needs of the database at `url` and it does not have: the names of migrations, in order; none when it may be used. */
export async function missingMigrations(url: string): Promise<readonly string[]> {
  const files = await readMigrationFiles(migrationsDirectory);
  const client = new pg.Client({ connectionString: url, options: '-c role=boligflyt_app' }).on(
    'error',
    () => undefined,
  );
  try {
    await client.connect();
    const checksums = await appliedMigrations(client);
    return files.map(({ name }) => name).filter((name) => !checksums.has(name));
  } catch (failure) {
    // A database that knows no such table, role or right has never been brought here.
    if (!(failure instanceof pg.DatabaseError) || !neverMigrated.includes(failure.code)) throw failure;
    return files.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

// undefined_table, insufficient_privilege, invalid_parameter_value (no such role)
const neverMigrated: readonly unknown[] = ['42P01', '42501', '22023'];

async function isCurrent(client: pg.Client, files: readonly MigrationFile[]): Promise<boolean> {
  const table = await client.query<{ exists: boolean }>(
    `select to_regclass('public._prisma_migrations') is not null as exists`,
  );
  if (table.rows[0]?.exists !== true) return false;

  const checksums = await appliedMigrations(client);
  return files.every(({ name, checksum }) => checksums.get(name) === checksum);
}

async function appliedMigrations(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `select migration_name as name, checksum from public._prisma_migrations
     where finished_at is not null and rolled_back_at is null`,
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

interface Upgrade {
  readonly url: string;
  readonly directory: string;
  readonly files: readonly MigrationFile[];
}

async function applyUnderLock(client: pg.Client, upgrade: Upgrade): Promise<readonly string[]> {
  await forgetUnfinished(client);
  try {
    return await applyMigrations(upgrade);
  } finally {
    await forgetUnfinished(client);
  }
}

// Whoever began it is dead or has failed, since the lock is ours, and a migration is one transaction: nothing of it is there.
async function forgetUnfinished(client: pg.Client): Promise<void> {
  await client.query(`
    do $$ begin
      if to_regclass('public._prisma_migrations') is not null then
        update public._prisma_migrations set rolled_back_at = clock_timestamp() where finished_at is null and rolled_back_at is null;
      end if;
    end $$`);
}

async function applyMigrations({ url, directory, files }: Upgrade): Promise<readonly string[]> {
  const pool = survive(new pg.Pool({ connectionString: url, max: 1, options: '-c lock_timeout=2s' }));
  let said: unknown;
  const engine = await openSchemaEngine(createMigrationAdapter(pool, (failure) => (said = failure)));
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: {
        baseDir: path.dirname(directory),
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
        shadowDbInitScript: '',
        migrationDirectories: files.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
        })),
      },
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } catch (failure) {
    throw said ?? failure;
  } finally {
    engine.free();
    await pool.end();
  }
}

// A process asks what the database has been brought to before it uses it. Prisma makes the table, so no migration can give the right.
async function letProcessesReadVersion(client: pg.Client): Promise<void> {
  await client.query(`
    do $$ begin
      if not has_table_privilege('boligflyt_app', 'public._prisma_migrations', 'select') then
        grant select on public._prisma_migrations to boligflyt_app;
      end if;
    end $$`);
}

// BullMQ's own migrations say `create schema if not exists`, which asks for this right even when the schema is there. A right on
// the database is not copied with a template, so it is given here and not in a migration.
async function letQueueMigrate(client: pg.Client): Promise<void> {
  await client.query(`
    do $$ begin
      if exists (select from pg_roles where rolname = 'boligflyt_queue')
         and not has_database_privilege('boligflyt_queue', current_database(), 'create') then
        execute format('grant create on database %I to boligflyt_queue', current_database());
      end if;
    end $$`);
}
