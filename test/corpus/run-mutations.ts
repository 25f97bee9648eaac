// node --import ./tools/run-typescript.mjs test/corpus/run-mutations.ts --count 200000 [--seed 1]
import { runMutations } from './mutation-run.js';

const numberAfter = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};

const before = performance.now();
const run = await runMutations(numberAfter('--count', 10_000), numberAfter('--seed', 1));
process.stdout.write(
  `${JSON.stringify({ ...run, seconds: Math.round((performance.now() - before) / 1000) }, null, 1)}\n`,
);
process.exitCode = run.faults.length === 0 ? 0 : 1;
