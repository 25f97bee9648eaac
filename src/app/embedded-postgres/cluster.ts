import { spawn } from 'node:child_process';
import { randomBytes, createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { refuseToStart } from '../start-refusal.js';
import { SHARED_FOLDER, type PostgresPrograms } from './postgres-programs.js';
import { mayReach, type ServerUser } from './server-user.js';

const keysShape = z.object({ password: z.string(), port: z.number().int().optional() });

/** What is needed to log in to the embedded server again; kept beside the cluster, readable by its owner only. */
export type ClusterKeys = z.infer<typeof keysShape>;

/** One cluster of the embedded server: where it is and who owns it. */
export interface Cluster {
  /** The data folder of Boligflyt. */
  readonly folder: string;
  /** The cluster itself, as the server sees it. */
  readonly path: string;
  readonly user: ServerUser | undefined;
  readonly keys: ClusterKeys;
}

const keysFile = (folder: string): string => join(folder, 'postgres.json');

/** What a person reads when the data cannot be used, whatever is wrong with it. */
export const brokenFolder = (folder: string, reason: string): string =>
  `Databasen i ${folder} lar seg ikke bruke: ${reason}. Hent mappen fra en sikkerhetskopi, eller slett den for å begynne på nytt med nye demodata.`;

/** Opens the cluster in `folder`; makes it first when there is none. */
export async function openCluster(
  folder: string,
  user: ServerUser | undefined,
  programs: PostgresPrograms,
): Promise<Cluster> {
  makeFolder(folder);
  const link = join(folder, 'postgres');
  if (existsSync(link)) return { folder, path: realPathOf(link, folder), user, keys: readKeys(folder) };

  const path = placeFor(folder, user);
  const keys = { password: randomBytes(24).toString('base64url') };
  const unfinished = `${path}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  if (user !== undefined) chownSync(unfinished, user.uid, user.gid);
  await initialise({ folder, path: unfinished, user, keys }, programs);
  writeKeys(folder, keys);
  // The folder gets its name only now, so that a cluster with that name is a whole one.
  renameSync(unfinished, path);
  if (path !== link) symlinkSync(path, link);
  return { folder, path, user, keys };
}

/** The cluster in `folder` as it is, or undefined when there is none yet. */
export function findCluster(folder: string): Pick<Cluster, 'path' | 'keys'> | undefined {
  const link = join(folder, 'postgres');
  return existsSync(link) ? { path: realPathOf(link, folder), keys: readKeys(folder) } : undefined;
}

/** Remembers the port, so that it stays the same from start to start where it is free. */
export const writeKeys = (folder: string, keys: ClusterKeys): void =>
  writeFileSync(keysFile(folder), JSON.stringify(keys), { mode: 0o600 });

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    refuseToStart(brokenFolder(folder, `mappen kan ikke lages (${reason})`));
  }
}

function readKeys(folder: string): ClusterKeys {
  try {
    return keysShape.parse(JSON.parse(readFileSync(keysFile(folder), 'utf8')));
  } catch {
    return refuseToStart(brokenFolder(folder, 'filen postgres.json mangler eller er ødelagt'));
  }
}

// The server must walk to its data as its own user; a folder that only root may enter gets its cluster elsewhere.
function placeFor(folder: string, user: ServerUser | undefined): string {
  const link = join(folder, 'postgres');
  if (user === undefined || mayReach(user, link)) return link;

  const place = join(SHARED_FOLDER, `data-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`);
  rmSync(place, { recursive: true, force: true });
  rmSync(link, { force: true });
  mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
  return place;
}

function realPathOf(link: string, folder: string): string {
  const entry = lstatSync(link);
  if (entry.isDirectory()) return link;
  if (!entry.isSymbolicLink()) refuseToStart(brokenFolder(folder, 'postgres er ikke en mappe'));
  return join(SHARED_FOLDER, `data-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`);
}

async function initialise(cluster: Cluster, programs: PostgresPrograms): Promise<void> {
  const passwordFile = `${cluster.path}.password`;
  writeFileSync(passwordFile, cluster.keys.password, { mode: 0o600 });
  if (cluster.user !== undefined) chownSync(passwordFile, cluster.user.uid, cluster.user.gid);
  chmodSync(passwordFile, 0o600);
  try {
    await run(programs.initdb, initdbArguments(cluster.path, passwordFile), cluster);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

// ICU's Norwegian order puts æ, ø and å where people look for them, the same on every machine.
const initdbArguments = (path: string, passwordFile: string): string[] => [
  ...['--pgdata', path, '--pwfile', passwordFile, '--username', 'postgres', '--auth', 'scram-sha-256'],
  ...['--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'icu', '--icu-locale', 'nb-NO', '--no-instructions'],
];

function run(program: string, programArguments: string[], cluster: Cluster): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, programArguments, { ...cluster.user, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.on('data', (chunk) => (complaint += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve();
      const lastLine = complaint.trim().split('\n').at(-1) ?? '';
      try {
        refuseToStart(brokenFolder(cluster.folder, `initdb stoppet (${lastLine})`));
      } catch (refusal) {
        reject(refusal);
      }
    });
  });
}
