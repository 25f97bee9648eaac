import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Ends the server of this run, if one was started, and removes everything it wrote. */
export default function tearDown() {
  const folder = process.env.BOLIGFLYT_TEST_RUN;
  if (folder === undefined) return;

  const pidFile = join(folder, 'cluster', 'postmaster.pid');
  if (existsSync(pidFile)) endServer(Number.parseInt(readFileSync(pidFile, 'utf8'), 10));
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

function endServer(pid) {
  try {
    process.kill(pid, 'SIGQUIT'); // Immediate: nothing in it is worth a checkpoint.
  } catch {
    // It has ended by itself.
  }
}
