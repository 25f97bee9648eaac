// What the runtime costs on PostgreSQL: `npm run bench:runtime`, or one figure of it: `npm run bench:runtime -- --only tasks`.
// `-- --size 0.01` measures a hundredth, to see that it runs, and writes nothing without `--keep`. Else bench/results/runtime-<date>.json is written, and
// the table of docs/performance.md from it; a figure measured alone takes its place beside the others of that day, with its own load.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { peerVersions } from './runtime/peers.mjs';
import { isWhole, size } from './runtime/sizes.mjs';
import { writeTable } from './table.mjs';
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
  return goal === undefined
    ? {}
    : { goal, met: isMet({ value, atLeast, atMost }), ...(atMost === undefined ? {} : { isLimit: true }) };
};
const figureOf = ({ atLeast, atMost, ...measured }) => ({
  ...measured,
  value: rounded(measured.value),
  ...goalOf({ value: measured.value, atLeast, atMost }),
});

const loadNow = () => loadavg().map(rounded).join(' ');
const figures = [];
const server = await startServer();
try {
  for (const { name, measure } of chosen) {
    figures.push(...(await measured(name, measure)));
    // What is measured is kept, whatever becomes of the rest.
    if (isWhole || process.argv.includes('--keep')) keep();
  }
} finally {
  await server.stop();
}

/** What a figure says; one that fails does not keep the others from being measured. */
async function measured(name, measure) {
  try {
    const found = (await measure(server)).map(figureOf);
    const load = loadNow();
    console.table(found);
    return found.map((figure) => ({ ...figure, load, ...(isWhole ? {} : { size }) }));
  } catch (failure) {
    console.error(`${name} was not measured:`, failure);
    process.exitCode = 1;
    return [];
  }
}

function keep() {
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
      ...peerVersions(),
    },
    load: `${loadNow()} (averages of 1, 5 and 15 minutes at the end)`,
    figures: [...untouched, ...figures],
  };
  mkdirSync('bench/results', { recursive: true });
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  writeTable('runtime', file);
}

console.log(`Load of the machine at the end: ${loadNow()}`);
