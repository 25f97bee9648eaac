// What the runtime costs on PostgreSQL: `npm run bench:runtime`, or one figure of it: `npm run bench:runtime -- --only tasks`.
// Writes bench/results/runtime-<date>.json; a figure measured alone takes its place beside the others of that day.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { startServer } from './runtime/world.mjs';

const folder = new URL('./runtime/figures/', import.meta.url);
const place = process.argv.indexOf('--only');
const wanted = place < 0 ? undefined : process.argv[place + 1];

const known = await Promise.all((await readdir(folder)).map((file) => import(new URL(file, folder))));
const chosen = known.filter(({ name }) => wanted === undefined || name === wanted);
if (chosen.length === 0) {
  throw new Error(`Expected one of ${known.map(({ name }) => name).join(', ')}, but was asked for '${wanted}'`);
}

const rounded = (value) => Number(value.toPrecision(3));
const isMet = ({ value, atLeast, atMost }) => (atLeast === undefined ? value <= atMost : value >= atLeast);
const goalOf = ({ value, atLeast, atMost }) => {
  const goal = atLeast ?? atMost;
  return goal === undefined ? {} : { goal, met: isMet({ value, atLeast, atMost }) };
};
const figureOf = ({ atLeast, atMost, ...measured }) => ({
  ...measured,
  value: rounded(measured.value),
  ...goalOf({ value: measured.value, atLeast, atMost }),
});

const figures = [];
const server = await startServer();
try {
  for (const { measure } of chosen) figures.push(...(await measure(server)).map(figureOf));
} finally {
  await server.stop();
}

const [cpu] = cpus();
const at = new Date().toISOString();
const file = `bench/results/runtime-${at.slice(0, 10)}.json`;
const earlier = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).figures : [];
const untouched = earlier.filter((one) => !figures.some(({ name }) => name === one.name));
const result = {
  at,
  machine: `${cpus().length} × ${cpu?.model}`,
  versions: {
    node: process.version,
    boligflyt: JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version,
    postgresql: server.version,
  },
  figures: [...untouched, ...figures],
};
mkdirSync('bench/results', { recursive: true });
writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
console.table(figures);
console.log(`Load of the machine at the end: ${loadavg().map(rounded).join(' ')}`);
