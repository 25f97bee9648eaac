// `npm run check`: types, lint, format and the architecture test, two at a time; prints what failed, and how long each took.
import { spawn } from 'node:child_process';

const steps = [
  ['types of the server', 'node_modules/typescript/bin/tsc', '-p', '.'],
  ['types of the web', 'node_modules/typescript/bin/tsc', '--noEmit', '-p', 'web'],
  ['format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  ['lint', 'node_modules/oxlint/bin/oxlint', 'src', 'test', 'bench', 'web/src', 'tools', 'bin'],
  [
    'architecture',
    '--experimental-vm-modules',
    '--no-warnings',
    'node_modules/jest/bin/jest.js',
    'test/architecture.test.ts',
  ],
];
const quiet = new Set(['lint', 'types of the server', 'types of the web', 'format']);

/** Runs one step to its end; resolves to whether it passed. */
function run([name, ...command]) {
  const begun = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('close', (code) => {
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      if (code !== 0 || !quiet.has(name)) process.stdout.write(Buffer.concat(output));
      process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)\n`);
      resolve(code === 0);
    });
  });
}

await import('./prisma-generate.mjs');
const waiting = [...steps];
const results = [];
const worker = async () => {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) results.push(await run(step));
};
await Promise.all([worker(), worker()]);
process.exitCode = results.every(Boolean) ? 0 : 1;
