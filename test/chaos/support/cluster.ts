import { execFile } from 'node:child_process';
import { appendFileSync, chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { postgresPrograms } from '../../../src/app/embedded-postgres/postgres-programs.js';
import { serverUserFor } from '../../../src/app/embedded-postgres/server-user.js';
import { migrate } from '../../../src/store/migrate.js';
import { freePort } from '../../support/redis-server.js';

const run = promisify(execFile);

/** A PostgreSQL of a run's own that keeps what it has said to have committed; made to be stopped and started. */
export interface Cluster {
  /** The migrated database, as its owner. */
  readonly url: string;
  readonly folder: string;
  start(): Promise<void>;
  /** `pg_ctl -m immediate`: everybody is gone at once, as after a power cut. */
  stopAtOnce(): Promise<void>;
  /** Ends it for good. */
  remove(): Promise<void>;
}

/** Where a cluster keeps its data and its log; both where the machine keeps what is passing, unless told. */
export interface ClusterPlaces {
  readonly parent?: string;
  readonly logParent?: string;
  readonly settings?: readonly string[];
}

/** Starts a cluster. Only `fsync` is off: what must outlive the machine is not what is tried here. */
export async function startCluster({
  parent = tmpdir(),
  logParent,
  settings = [],
}: ClusterPlaces = {}): Promise<Cluster> {
  const folder = mkdtempSync(join(parent, 'chaos-cluster-'));
  const logFolder = logParent === undefined ? undefined : mkdtempSync(join(logParent, 'chaos-log-'));
  const user = serverUserFor(folder);
  for (const one of [folder, ...(logFolder === undefined ? [] : [logFolder])]) {
    if (user !== undefined) chownSync(one, user.uid, user.gid);
    chmodSync(one, 0o700);
  }
  const { initdb, postgres } = await postgresPrograms(user);
  const as = { ...user, cwd: '/' };
  const text = ['--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'icu', '--icu-locale', 'nb-NO'];
  const log = logFolder === undefined ? [] : ['--waldir', logFolder];
  await run(initdb, ['-D', folder, '-U', 'postgres', '-A', 'trust', '--no-sync', ...log, ...text], as);
  const port = await freePort();
  const own = [
    ...[`port = ${port}`, `listen_addresses = '127.0.0.1'`, `unix_socket_directories = ''`, 'fsync = off'],
    ...['max_connections = 100', 'shared_buffers = 32MB', ...settings],
  ];
  appendFileSync(join(folder, 'postgresql.conf'), `\n${own.join('\n')}\n`);

  const control = (...what: readonly string[]) =>
    run(join(dirname(postgres), 'pg_ctl'), ['-D', folder, '-w', '-l', join(folder, 'server.log'), ...what], as);
  const start = async (): Promise<void> => void (await control('start'));
  const stopAtOnce = async (): Promise<void> => void (await control('-m', 'immediate', 'stop'));
  await start();
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  await migrate(url);
  return {
    url,
    folder,
    start,
    stopAtOnce,
    remove: async () => {
      await stopAtOnce().catch(() => undefined);
      for (const one of [folder, logFolder])
        if (one !== undefined) rmSync(one, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    },
  };
}
