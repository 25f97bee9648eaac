import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** A PostgreSQL server of ours that is running without us: what a killed Boligflyt leaves behind. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/**
 * The server that runs on `cluster`, or undefined. A pid file whose number belongs to another process,
 * because the machine was restarted or the folder was copied, is removed.
 */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const pidFile = `${cluster}/postmaster.pid`;
  const [pid = '', , , port = ''] = textOf(pidFile).split('\n');
  // Nobody has that number: PostgreSQL itself looks for leftovers of the dead server before it takes the file over.
  if (!isAlive(Number(pid))) return undefined;
  if (commandLineOf(Number(pid)).includes(cluster)) return { pid: Number(pid), port: Number(port) };

  rmSync(pidFile, { force: true });
  return undefined;
}

/** Stops a server at once but cleanly (PostgreSQL's fast shutdown) and resolves when it is gone. */
export async function stopPostmaster({ pid }: Postmaster, cluster: string): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 20],
    ['SIGQUIT', 5],
  ] as const) {
    signalTo(pid, signal);
    for (let step = 0; step < seconds * 20; step++) {
      if (findPostmaster(cluster)?.pid !== pid) return;
      await wait(50);
    }
  }
}

// The server itself removes the file, at any moment, when it stops.
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself.
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function commandLineOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
