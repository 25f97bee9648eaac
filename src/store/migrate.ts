import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { createMigrationAdapter } from './migrations/migration-adapter.js';
import { readMigrationFiles } from './migrations/migration-files.js';
import type { MigrationFile } from './migrations/migration-files.js';
import { openSchemaEngine } from './migrations/schema-engine.js';

const migrationsDirectory = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

// Any number that nobody else uses: one process at a time migrates a database.
const migrationLock = 7_305_112;

/**
 * Brings the database at `url` to the schema of this version and answers the names of the migrations that were applied.
 * Offline, without a CLI; safe to call from several processes at once; a few milliseconds when nothing is to be done.
 * `url` must log in as the owner of the schema.
 */
export async function migrate(url: string): Promise<readonly string[]> {
  const files = await readMigrationFiles(migrationsDirectory);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    const applied = (await isCurrent(client, files)) ? [] : await applyMigrations(url, files);
    await letQueueMigrate(client);
    return applied;
  } finally {
    await client.end();
  }
}

async function isCurrent(client: pg.Client, files: readonly MigrationFile[]): Promise<boolean> {
  const table = await client.query<{ exists: boolean }>(
    `select to_regclass('public._prisma_migrations') is not null as exists`,
  );
  if (table.rows[0]?.exists !== true) return false;

  const applied = await client.query<{ name: string; checksum: string }>(
    `select migration_name as name, checksum from public._prisma_migrations
     where finished_at is not null and rolled_back_at is null`,
  );
  const checksums = new Map(applied.rows.map(({ name, checksum }) => [name, checksum]));
  return files.every(({ name, checksum }) => checksums.get(name) === checksum);
}

async function applyMigrations(url: string, files: readonly MigrationFile[]): Promise<readonly string[]> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const engine = await openSchemaEngine(createMigrationAdapter(pool));
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: {
        baseDir: path.dirname(migrationsDirectory),
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
  } finally {
    engine.free();
    await pool.end();
  }
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
