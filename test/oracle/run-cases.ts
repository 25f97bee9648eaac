import { parseArgs } from 'node:util';
import { firstDifference } from './random-cases.js';

// npm run deadlines -- --cases N [--seed S]: so many deadlines beside the oracle, in parts with a seed each.
const { values } = parseArgs({
  options: { cases: { type: 'string', default: '5000000' }, seed: { type: 'string', default: '1' } },
});
const [cases, seed] = [Number(values.cases), Number(values.seed)];
const part = 100_000;

for (let checked = 0; checked < cases; checked += part) {
  const partSeed = seed + checked / part;
  const wrong = firstDifference(partSeed, Math.min(part, cases - checked));
  if (wrong !== undefined) {
    process.stdout.write(`Seed ${partSeed} differs: ${JSON.stringify(wrong)}\n`);
    process.exit(1);
  }
  process.stdout.write(`${Math.min(checked + part, cases)} of ${cases} deadlines agree\n`);
}
