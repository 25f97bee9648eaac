// Writes docs/deadlines.md from the deadline register, through the test that guards it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const jest = fileURLToPath(import.meta.resolve('jest/bin/jest'));
const { status } = spawnSync(
  process.execPath,
  ['--experimental-vm-modules', '--no-warnings', jest, 'test/workflows/deadline-page.test.ts'],
  {
    stdio: 'inherit',
    env: { ...process.env, BOLIGFLYT_WRITE_DEADLINES: '1' },
  },
);
process.exit(status ?? 1);
