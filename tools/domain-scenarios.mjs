// Writes docs/domain-scenarios.md from the names of the tests, through the test that guards it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const jest = fileURLToPath(import.meta.resolve('jest/bin/jest'));
const { status } = spawnSync(
  process.execPath,
  ['--experimental-vm-modules', '--no-warnings', jest, 'test/domain-scenarios.test.ts'],
  { stdio: 'inherit', env: { ...process.env, BOLIGFLYT_WRITE_SCENARIOS: '1' } },
);
process.exit(status ?? 1);
