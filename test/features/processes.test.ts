import { spawn } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import { createTestDatabase } from '../support/test-database.js';

it.each(['web', 'worker'])(
  'a %s process refuses a database that is older than it, in one sentence that says what to do',
  async (kind) => {
    const database = await createTestDatabase();
    const owner = new pg.Client(database.url);
    await owner.connect();
    await owner.query(`delete from _prisma_migrations where migration_name = '20261122080000_write_path'`);
    await owner.end();

    const child = spawn(process.execPath, ['--import', './tools/run-typescript.mjs', `src/app/${kind}.ts`], {
      env: { ...process.env, NODE_ENV: undefined, DEMO: 'true', DATABASE_URL: database.url },
    });
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    await once(child, 'close');

    expect([child.exitCode, said]).toEqual([
      1,
      'Databasen er eldre enn denne versjonen (mangler 20261122080000_write_path): kjør «node dist/app/migrate.js» først.\n',
    ]);
    await database.drop();
  },
  60_000,
);

it('a worker that is told to stop ends what it has begun, with exit code 0 and nothing to complain of', async () => {
  const database = await createTestDatabase();
  const child = spawn(process.execPath, ['--import', './tools/run-typescript.mjs', 'src/app/worker.ts'], {
    env: { ...process.env, NODE_ENV: undefined, DEMO: 'true', DATABASE_URL: database.url },
  });
  let complaints = '';
  child.stderr.on('data', (text: Buffer) => (complaints += text.toString()));
  child.stdout.on('data', (text: Buffer) => {
    if (text.toString().includes('Boligflyt arbeider.')) child.kill('SIGTERM');
  });
  await once(child, 'close');

  expect([child.exitCode, complaints]).toEqual([0, '']);
  await database.drop();
}, 60_000);
