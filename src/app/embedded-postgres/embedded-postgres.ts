import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { refuseToStart } from '../start-refusal.js';
import { brokenFolder, findCluster, openCluster, writeKeys, type Cluster } from './cluster.js';
import { holdFolder, type FolderHold } from './folder-hold.js';
import { postgresPrograms, type PostgresPrograms } from './postgres-programs.js';
import { findPostmaster, stopPostmaster } from './postmaster.js';
import { serverUserFor } from './server-user.js';

/** A PostgreSQL server of our own, in a folder, for as long as this process wants it. */
export interface EmbeddedPostgres {
  /** The database `boligflyt`, as its owner. */
  readonly url: string;
  /** Resolves when the server ends although nobody asked it to. */
  readonly lost: Promise<void>;
  stop(): Promise<void>;
  /** Ends the server at once; what was committed is kept. For the second Ctrl-C. */
  kill(): void;
}

const DATABASE = 'boligflyt';
const READY_SECONDS = 60;

/** Starts the server on `folder`; makes the cluster the first time. A server that a killed process left is taken over. */
export async function startEmbeddedPostgres(folder: string): Promise<EmbeddedPostgres> {
  const user = serverUserFor(folder);
  const programs = await postgresPrograms(user);
  const cluster = await openCluster(folder, user, programs);
  await endOrphan(cluster);

  const port = await freePort(cluster.keys.port);
  const server = launch(cluster, programs, port);
  const url = `postgresql://postgres:${cluster.keys.password}@127.0.0.1:${port}/${DATABASE}`;
  try {
    await ready(server, url, cluster);
    const hold = await holdFolder(url);
    if (hold === undefined) refuseToStart(`Boligflyt kjører allerede på ${folder}: stopp den først.`);
    writeKeys(folder, { ...cluster.keys, port });
    return running(server, url, hold);
  } catch (error) {
    server.kill('SIGQUIT');
    throw error;
  }
}

/** The database of a Boligflyt that runs on `folder` now, as its owner; undefined when none runs. */
export function urlOfRunningPostgres(folder: string): string | undefined {
  const cluster = findCluster(folder);
  const postmaster = cluster && findPostmaster(cluster.path);
  if (cluster === undefined || postmaster === undefined) return undefined;
  return `postgresql://postgres:${cluster.keys.password}@127.0.0.1:${postmaster.port}/${DATABASE}`;
}

// After `kill -9` the server lives on with our data; only one that no Boligflyt holds may be stopped.
async function endOrphan(cluster: Cluster): Promise<void> {
  const orphan = findPostmaster(cluster.path);
  if (orphan === undefined) return;

  const url = `postgresql://postgres:${cluster.keys.password}@127.0.0.1:${orphan.port}/postgres`;
  const hold = await holdFolder(url).catch(() => 'unreachable' as const);
  if (hold === undefined) refuseToStart(`Boligflyt kjører allerede på ${cluster.folder}: stopp den først.`);
  if (hold !== 'unreachable') await hold.release();
  await stopPostmaster(orphan, cluster.path);
}

function launch(cluster: Cluster, programs: PostgresPrograms, port: number): ChildProcess {
  const log = openSync(join(cluster.folder, 'postgres.log'), 'w');
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'jit=off', 'timezone=UTC'];
  const child = spawn(
    programs.postgres,
    ['-D', cluster.path, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    // A group of its own: Ctrl-C is for us, the server stops last.
    { ...cluster.user, cwd: '/', detached: true, stdio: ['ignore', log, log] },
  );
  closeSync(log);
  return child;
}

async function ready(server: ChildProcess, url: string, cluster: Cluster): Promise<void> {
  const ended = new Promise<never>((_, reject) => {
    server.once('error', reject);
    server.once('exit', () => reject(new Error('the server ended')));
  });
  try {
    await Promise.race([ended, createDatabaseOnce(url, server)]);
  } catch {
    refuseToStart(brokenFolder(cluster.folder, lastComplaint(cluster.folder)));
  }
}

async function createDatabaseOnce(url: string, server: ChildProcess): Promise<void> {
  for (let step = 0; step < READY_SECONDS * 20 && !hasEnded(server); step++) {
    const client = new pg.Client(url.replace(/[^/]+$/, 'postgres')).on('error', () => undefined);
    try {
      await client.connect();
      const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
      if (rowCount === 0) await client.query(`create database ${DATABASE}`);
      return;
    } catch (error) {
      if (isRefusedPassword(error)) throw error;
      await wait(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  throw new Error(`Expected PostgreSQL to answer within ${READY_SECONDS} s, but it did not`);
}

const isRefusedPassword = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '28P01';

function lastComplaint(folder: string): string {
  const lines = readFileSync(join(folder, 'postgres.log'), 'utf8').trim().split('\n');
  const fatal = lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? '';
  const complaint = fatal.replace(/^.*?(FATAL|PANIC):\s*/, '').trim();
  return complaint === '' ? 'PostgreSQL stoppet uten å si hvorfor' : `PostgreSQL sier «${complaint}»`;
}

function running(server: ChildProcess, url: string, hold: FolderHold): EmbeddedPostgres {
  let isWanted = true;
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const kill = (): void => void (!hasEnded(server) && server.kill('SIGQUIT'));
  process.once('exit', kill);
  return {
    url,
    lost: new Promise((resolve) => void gone.then(() => isWanted && resolve())),
    kill,
    async stop() {
      isWanted = false;
      process.off('exit', kill);
      await hold.release();
      server.kill('SIGINT');
      const timer = setTimeout(kill, 20_000);
      await gone;
      clearTimeout(timer);
    },
  };
}

async function freePort(wished: number | undefined): Promise<number> {
  return (await portIfFree(wished ?? 0)) ?? (await portIfFree(0)) ?? refuseToStart('Fant ingen ledig port.');
}

function portIfFree(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}

const hasEnded = (server: ChildProcess): boolean => server.exitCode !== null || server.signalCode !== null;
