// Writes docs/deadlines.md from the deadline register, through the test that guards it.
// With --cases N [--seed S]: counts so many deadlines beside the oracle of test/oracle instead.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const asked = process.argv.slice(2);
const { status } = asked.includes('--cases') ? checkCases() : writePage();
process.exit(status ?? 1);

function checkCases() {
  const program = ['--import', './tools/run-typescript.mjs', 'test/oracle/run-cases.ts', ...asked];
  return spawnSync(process.execPath, program, { stdio: 'inherit' });
}

function writePage() {
  const jest = fileURLToPath(import.meta.resolve('jest/bin/jest'));
  return spawnSync(
    process.execPath,
    ['--experimental-vm-modules', '--no-warnings', jest, 'test/workflows/deadline-page.test.ts'],
    { stdio: 'inherit', env: { ...process.env, BOLIGFLYT_WRITE_DEADLINES: '1' } },
  );
}
