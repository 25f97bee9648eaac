import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate } from '../../src/store/migrate.js';
import { databaseUrl, templateDatabase, testServerUrl } from './test-server.js';

/** A migrated, empty database of one suite's own. */
export interface TestDatabase {
  /** As the owner of the tables; the application's role comes with `createPool(url)`. */
  readonly url: string;
  /** Ends every connection to it and removes it. */
  drop(): Promise<void>;
}

/** Makes a fresh database. Ask for it in `beforeAll`, drop it in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  return copyOf(await testServerUrl(), templateDatabase);
}

/**
 * Makes a fresh database in which `furnish` has been done. In a run of the tests it is done once for each `name`, by who asks first; the
 * database is copied from then on, so everything that `furnish` opens must be closed when it answers.
 */
export async function createFurnishedDatabase(
  name: string,
  furnish: (url: string) => Promise<void>,
): Promise<TestDatabase> {
  const server = await testServerUrl();
  const template = `furnished_${createHash('sha256').update(name).digest('hex').slice(0, 12)}`;
  const owner = new pg.Client(server);
  await owner.connect();
  try {
    await owner.query('select pg_advisory_lock(hashtext($1))', [template]);
    const { rowCount } = await owner.query('select from pg_database where datname = $1', [template]);
    if (rowCount === 0) {
      const draft = await copyOf(server, templateDatabase);
      await furnish(draft.url);
      await owner.query(`alter database ${nameIn(draft.url)} rename to ${template}`);
    }
  } finally {
    await owner.end();
  }
  return copyOf(server, template);
}

async function copyOf(server: string, template: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await ask(server, `create database ${name} template ${template} strategy file_copy`);
  const url = databaseUrl(server, name);
  await migrate(url);

  return { url, drop: () => ask(server, `drop database if exists ${name} with (force)`) };
}

const nameIn = (url: string): string => new URL(url).pathname.slice(1);

/** Makes a database that was never migrated. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const server = await testServerUrl();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await ask(server, `create database ${name} template template0`);
  return { url: databaseUrl(server, name), drop: () => ask(server, `drop database if exists ${name} with (force)`) };
}

async function ask(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
