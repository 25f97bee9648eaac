import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { migrate, missingMigrations } from '../../src/store/migrate.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let folder: string;
let owner: pg.Client;
beforeEach(async () => {
  database = await createTestDatabase();
  owner = new pg.Client(database.url);
  await owner.connect();
  folder = await mkdtemp(join(tmpdir(), 'migrations-'));
  await cp('prisma/migrations', folder, { recursive: true });
}, 180_000);
afterEach(async () => {
  await owner.end();
  await database.drop();
  await rm(folder, { recursive: true });
});

const next = '99991231235959_next';
async function write(sql: string): Promise<void> {
  await mkdir(join(folder, next), { recursive: true });
  await writeFile(join(folder, next, 'migration.sql'), sql);
}

const addColumn = 'alter table letter add column pages int;';
const isWaiting = `select exists (select from pg_locks where not granted and relation = 'letter'::regclass) as answer`;

/** Asks until the answer is yes. */
async function until(sql: string): Promise<void> {
  while ((await owner.query<{ answer: boolean }>(sql)).rows[0]?.answer !== true) await wait(20);
}

it('a migration behind a long read lets others pass after two seconds, and is done when the read is', async () => {
  await write(addColumn);
  const reader = new pg.Client(database.url);
  await reader.connect();
  await reader.query('begin; select count(*) from letter');

  const migrating = migrate(database.url, folder);
  await until(isWaiting);
  // Queued behind the migration: it ends only because the migration steps back, for the reader has not.
  await owner.query('select count(*) from letter');
  await reader.query('commit');

  expect(await migrating).toEqual([next]);
  await reader.end();
});

it('a migration that fails half-way leaves nothing, and is begun anew once it is put right', async () => {
  await write(`${addColumn} select 1 / 0;`);
  await expect(migrate(database.url, folder)).rejects.toThrow('division by zero');
  await write(addColumn);

  expect(await migrate(database.url, folder)).toEqual([next]);
  expect(await migrate(database.url, folder)).toEqual([]);
});

it('a migration whose process was killed in the middle is begun anew by the next, without a word from anybody', async () => {
  await write(addColumn);
  await owner.query(`insert into _prisma_migrations (id, checksum, migration_name) values ('1', 'x', '${next}')`);

  expect(await migrate(database.url, folder)).toEqual([next]);
});

it('a process may use a database that is newer than it, and none that lacks a migration or has never had one', async () => {
  await write(addColumn);
  await migrate(database.url, folder);
  expect(await missingMigrations(database.url)).toEqual([]);

  await owner.query(`delete from _prisma_migrations where migration_name = '20261122080000_write_path'`);
  expect(await missingMigrations(database.url)).toEqual(['20261122080000_write_path']);

  await owner.query('drop table _prisma_migrations');
  expect((await missingMigrations(database.url)).at(0)).toBe('20261122010000_tables');
});
