import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import setUp from '../support/test-run-setup.mjs';
import tearDown from '../support/test-run-teardown.mjs';

// npm run chaos -- <name> [--reps N] [--seed S]: one run of the test programme. Its last line says how it ended.
const tell = (line) => void process.stdout.write(`${line}\n`);
const folder = fileURLToPath(new URL('.', import.meta.url));
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { reps: { type: 'string' }, seed: { type: 'string' } },
});
const [name = ''] = positionals;
if (!/^[a-z0-9-]+$/.test(name) || !existsSync(`${folder}${name}.ts`)) {
  const known = readdirSync(folder).filter((file) => /^[a-z0-9-]+\.ts$/.test(file));
  tell(`Expected the name of a run: ${known.map((file) => file.replace('.ts', '')).join(', ')}`);
  process.exit(2);
}

const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const { run, usualReps } = await import(`./${name}.ts`);
const reps = Number(values.reps ?? usualReps);
tell(`chaos ${name}: --reps ${reps} --seed ${seed}`);
setUp();
const begun = performance.now();
const { faults, figures } = await run({ reps, seed, say: tell }).catch((failure) => ({
  faults: [failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)],
  figures: {},
}));
tearDown();
faults.slice(0, 50).forEach((fault) => tell(`  ${fault}`));
const seconds = Math.round((performance.now() - begun) / 1000);
const told = Object.entries({ ...figures, seconds, seed }).map(([what, value]) => `${what} ${value}`);
tell(`chaos ${name}: ${faults.length === 0 ? 'passed' : `FAILED (${faults.length} faults)`}, ${told.join(', ')}`);
process.exit(faults.length === 0 ? 0 : 1);
