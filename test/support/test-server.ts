import { execFile } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { postgresPrograms } from '../../src/app/embedded-postgres/postgres-programs.js';
import { serverUserFor } from '../../src/app/embedded-postgres/server-user.js';
import type { ServerUser } from '../../src/app/embedded-postgres/server-user.js';
import { migrate } from '../../src/store/migrate.js';

/** The migrated database that every suite's own database is copied from. */
export const templateDatabase = 'boligflyt_template';

// Durability is for data that must outlive the server; the tests that kill it start one of their own.
const serverSettings =
  '-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=200 -c shared_buffers=64MB';

const run = promisify(execFile);

/** Address of the run's own PostgreSQL 18, as its owner. The first suite that asks starts it, the others wait. */
export async function testServerUrl(): Promise<string> {
  const folder = process.env['BOLIGFLYT_TEST_RUN'] ?? join(tmpdir(), `boligflyt-test-${process.ppid}`);
  const ready = join(folder, 'ready');
  mkdirSync(folder, { recursive: true });
  if (becomesFirst(folder)) await start(folder, ready);

  for (let step = 0; step < 1200 && !existsSync(ready); step++) await wait(50);
  const url = readFileSync(ready, 'utf8');
  if (!url.startsWith('postgresql:')) throw new Error(`Expected PostgreSQL to start for the tests, but ${url}`);
  return url;
}

// Making a folder is the one thing that exactly one process can do.
function becomesFirst(folder: string): boolean {
  try {
    mkdirSync(join(folder, 'starting'));
    return true;
  } catch {
    return false;
  }
}

async function start(folder: string, ready: string): Promise<void> {
  const answer = await startServer(folder).catch((failure: unknown) => String(failure));
  writeFileSync(`${ready}.new`, answer);
  renameSync(`${ready}.new`, ready);
}

async function startServer(folder: string): Promise<string> {
  chmodSync(folder, 0o755);
  const cluster = join(folder, 'cluster');
  mkdirSync(cluster, { mode: 0o700 });
  const user = serverUserFor(folder);
  if (user !== undefined) chownSync(cluster, user.uid, user.gid);

  const port = await initialiseAndStart(cluster, user);
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  await makeTemplate(url);
  return url;
}

async function initialiseAndStart(cluster: string, user: ServerUser | undefined): Promise<number> {
  const { initdb, postgres } = await postgresPrograms(user);
  const port = await freePort();
  const as = { ...user, cwd: '/' };
  const text = ['--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'icu', '--icu-locale', 'nb-NO'];
  await run(initdb, ['-D', cluster, '-U', 'postgres', '-A', 'trust', '--no-sync', ...text], as);
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= ${serverSettings}`;
  const log = join(cluster, 'server.log');
  await run(join(dirname(postgres), 'pg_ctl'), ['-D', cluster, '-l', log, '-o', settings, '-w', 'start'], as);
  return port;
}

async function makeTemplate(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`create database ${templateDatabase}`);
  await client.end();
  await migrate(databaseUrl(url, templateDatabase));
}

/** The address of another database on the same server. */
export function databaseUrl(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
