import { randomBytes } from 'node:crypto';
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
  const server = await testServerUrl();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await ask(server, `create database ${name} template ${templateDatabase} strategy file_copy`);
  const url = databaseUrl(server, name);
  await migrate(url);

  return { url, drop: () => ask(server, `drop database if exists ${name} with (force)`) };
}

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
