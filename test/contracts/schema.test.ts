import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { migrate } from '../../src/store/migrate.js';
import { createTestDatabase } from '../support/test-database.js';
import type { TestDatabase } from '../support/test-database.js';

const run = promisify(execFile);
const tool = fileURLToPath(new URL('../../tools/prisma-migration.mjs', import.meta.url));

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
}, 60_000);
afterAll(() => database.drop());

describe('the migrations', () => {
  it('make exactly the tables that the Prisma schema says', async () => {
    const { stdout } = await run(process.execPath, [tool, '--check'], {
      env: { ...process.env, DATABASE_URL: database.url },
    });

    expect(stdout).toBe('The migrations make what prisma/schema.prisma says.\n');
  }, 30_000);

  it('have nothing to do the second time, also when four processes ask at once', async () => {
    expect(await Promise.all([1, 2, 3, 4].map(() => migrate(database.url)))).toEqual([[], [], [], []]);
  });
});
