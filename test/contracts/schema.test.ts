import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { admitApplication } from '../../src/store/admit-application.js';
import { migrate } from '../../src/store/migrate.js';
import { createTestDatabase } from '../support/test-database.js';
import type { TestDatabase } from '../support/test-database.js';

const run = promisify(execFile);
const tool = fileURLToPath(new URL('../../tools/prisma-migration.mjs', import.meta.url));

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
}, 180_000);
afterAll(() => database.drop());

describe('the migrations', () => {
  it('make exactly the tables that the Prisma schema says', async () => {
    const { stdout } = await run(process.execPath, [tool, '--check'], {
      env: { ...process.env, DATABASE_URL: database.url },
    });

    expect(stdout).toBe('The migrations make what prisma/schema.prisma says.\n');
  }, 60_000);

  it('have nothing to do the second time, also when four processes ask at once', async () => {
    expect(await Promise.all([1, 2, 3, 4].map(() => migrate(database.url)))).toEqual([[], [], [], []]);
  });
});

describe("the application's login", () => {
  const login = 'prøve "innlogging"';
  const ask = async (url: string, sql: string): Promise<unknown> => {
    const client = new pg.Client(url);
    await client.connect();
    try {
      return (await client.query<{ answer: unknown }>(sql)).rows[0]?.answer;
    } finally {
      await client.end();
    }
  };

  it('may become the role that owns nothing once it is admitted, and nothing more', async () => {
    const url = new URL(database.url);
    url.username = encodeURIComponent(login);
    url.password = 'hemmelig';
    const quoted = pg.escapeIdentifier(login);
    await ask(database.url, `create role ${quoted} login password 'hemmelig'`);
    try {
      await expect(ask(url.href, 'set role boligflyt_app')).rejects.toThrow('permission denied');

      await admitApplication(database.url, url.href);
      await admitApplication(database.url, url.href);

      expect(await ask(url.href, `set role boligflyt_app`)).toBeUndefined();
      expect(
        await ask(url.href, `select rolsuper or rolcreaterole as answer from pg_roles where rolname = current_user`),
      ).toBe(false);
    } finally {
      await ask(database.url, `drop role ${quoted}`);
    }
  });
});
