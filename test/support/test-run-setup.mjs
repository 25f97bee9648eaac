import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endTestRun } from './end-test-run.mjs';
import { useQuickTemp } from './quick-temp.mjs';

const prefix = 'boligflyt-test-';

/** Names a folder for this run of the tests; the first suite that needs PostgreSQL starts it there (test-server.ts). */
export default function setUp() {
  useQuickTemp();
  endKilledRuns();
  const folder = mkdtempSync(join(tmpdir(), prefix));
  writeFileSync(join(folder, 'run.pid'), String(process.pid));
  process.env.BOLIGFLYT_TEST_RUN = folder;
}

// A run that was killed could not end its server.
function endKilledRuns() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const pidFile = join(tmpdir(), name, 'run.pid');
    if (existsSync(pidFile) && !isAlive(Number(readFileSync(pidFile, 'utf8')))) endTestRun(join(tmpdir(), name));
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
