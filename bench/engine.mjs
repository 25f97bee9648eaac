// What the engine costs, beside a peer in the same run: `npm run bench:engine`.
// Writes bench/results/engine-<date>.json.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { measureOurEngine } from './our-engine.mjs';
import { measureBpmnEngine } from './peers/bpmn-engine.mjs';
import { writeTable } from './table.mjs';

const versionOf = (file) => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')).version;

/** Milliseconds until the test bench has answered its first request; the median of five starts. */
async function testbenchStart() {
  const times = [];
  for (let round = 0; round < 5; round += 1) times.push(await oneStart());
  return times.toSorted((one, other) => one - other)[2];
}

function oneStart() {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const bench = spawn(process.execPath, ['bin/boligflyt.mjs', 'testbench'], { stdio: ['pipe', 'pipe', 'inherit'] });
    bench.once('error', reject);
    bench.stdout.once('data', () => {
      resolve(performance.now() - from);
      bench.stdin.end();
    });
    bench.stdin.write('{"id":1,"op":"reset"}\n');
  });
}

const peers = await measureBpmnEngine();
const ours = [...(await measureOurEngine()), ['test bench starts and answers', await testbenchStart(), 'ms', 1_000]];
const rounded = (value) => Number(value.toPrecision(3));
const figures = ours.map(([name, value, unit, goal]) => {
  const peerValue = peers.get(name);
  const peer = peerValue === undefined ? {} : { peer: 'bpmn-engine', peerValue: rounded(peerValue) };
  return { name, value: rounded(value), unit, goal, isLimit: true, met: value <= goal, ...peer };
});

const [cpu] = cpus();
const result = {
  at: new Date().toISOString(),
  machine: `${cpus().length} × ${cpu?.model}`,
  versions: {
    node: process.version,
    boligflyt: versionOf('../package.json'),
    'bpmn-engine': versionOf('./peers/node_modules/bpmn-engine/package.json'),
  },
  figures,
};
mkdirSync('bench/results', { recursive: true });
const file = `bench/results/engine-${result.at.slice(0, 10)}.json`;
writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
writeTable('engine', file);
console.table(figures);
