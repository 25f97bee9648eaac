import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Ends the server of a run, if one was started, and removes everything it wrote. */
export function endTestRun(folder) {
  const pidFile = join(folder, 'cluster', 'postmaster.pid');
  const pid = existsSync(pidFile) ? Number.parseInt(readFileSync(pidFile, 'utf8'), 10) : 0;
  // While the cluster is being made the number is negative, and would mean a whole group of processes.
  if (pid > 0) endServer(pid);
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

function endServer(pid) {
  try {
    process.kill(pid, 'SIGQUIT'); // Immediate: nothing in it is worth a checkpoint.
  } catch {
    // It has ended by itself.
  }
}
