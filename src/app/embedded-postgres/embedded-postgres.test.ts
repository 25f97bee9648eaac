import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';
import { findPostmaster } from './postmaster.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'boligflyt-'))));
afterEach(() => {
  rmSync(realpathSync(join(folder, 'postgres')), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

const ask = async (server: EmbeddedPostgres, sql: string): Promise<unknown[]> => {
  const client = new pg.Client(server.url);
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
};

it('keeps its data, its password and its port from one start to the next, and leaves no process behind', async () => {
  const first = await startEmbeddedPostgres(folder);
  await ask(first, 'create table case_file as select 1 as id');
  await first.stop();
  const between = findPostmaster(realpathSync(join(folder, 'postgres')));

  const second = await startEmbeddedPostgres(folder);
  const rows = await ask(second, 'select id from case_file');
  const [{ fsync }] = (await ask(second, 'show fsync')) as [{ fsync: string }];
  await second.stop();

  expect(between).toBeUndefined();
  expect(rows).toEqual([{ id: 1 }]);
  expect(fsync).toBe('on');
  expect(second.url).toBe(first.url);
}, 180_000);

it('refuses a folder that another Boligflyt holds, and says so in one sentence', async () => {
  const first = await startEmbeddedPostgres(folder);

  const second = startEmbeddedPostgres(folder);

  await expect(second).rejects.toThrow(`Boligflyt kjører allerede på ${folder}: stopp den først.`);
  await expect(ask(first, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
  await first.stop();
}, 180_000);

it('says what is wrong with a broken data folder and what to do, with PostgreSQL’s own reason', async () => {
  await (await startEmbeddedPostgres(folder)).stop();
  writeFileSync(join(realpathSync(join(folder, 'postgres')), 'global', 'pg_control'), 'ødelagt');

  const start = startEmbeddedPostgres(folder);

  await expect(start).rejects.toThrow(
    /^Databasen i .* lar seg ikke bruke: PostgreSQL sier «.*slett den for å begynne/s,
  );
  expect(readFileSync(join(folder, 'postgres.log'), 'utf8')).toContain('pg_control');
}, 180_000);
