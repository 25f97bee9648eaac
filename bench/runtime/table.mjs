// The table of docs/performance.md is the newest result, and nothing else. `node bench/runtime/table.mjs` checks that it is.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const page = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));
const folder = fileURLToPath(new URL('../results/', import.meta.url));
const [begin, end] = ['<!-- table: begin -->', '<!-- table: end -->'];

const signs = { '/s': '≥', '×': '≥', ms: '≤', s: '≤', MB: '≤', timers: '≤' };
const goalOf = ({ goal, unit, isLimit }) =>
  goal === undefined ? '' : `${isLimit ? '≤' : signs[unit]} ${goal.toLocaleString('en')}`;
const verdictOf = ({ met }) => (met === undefined ? '' : met ? 'yes' : 'no');

/** A result as the table that people read. */
export function tableOf({ at, machine, versions, load, figures }) {
  const rows = figures.map((one) => {
    const beside = one.peer === undefined ? '' : `${one.peerValue.toLocaleString('en')} (${one.peer})`;
    return [
      one.name,
      `${one.value.toLocaleString('en')} ${one.unit}`,
      goalOf(one),
      verdictOf(one),
      beside,
      one.load,
      one.size ?? 1,
    ];
  });
  const head = ['what', 'measured', 'goal', 'met', 'beside', 'load then', 'size'];
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const [first, ...others] = cells;
  const rule = widths.map((width) => '-'.repeat(width));
  const told = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const about = `${at}, ${machine}. ${told.join(', ')}. Load: ${load}.`;
  return [about, '', ...[first, rule, ...others].map(line)].join('\n');
}

/** Puts the table of this result in its place. */
export function writeTable(file) {
  const text = readFileSync(page, 'utf8');
  writeFileSync(page, replaced(text, tableOf(JSON.parse(readFileSync(file, 'utf8')))));
}

const replaced = (text, table) =>
  `${text.slice(0, text.indexOf(begin))}${begin}\n\n${table}\n\n${text.slice(text.indexOf(end))}`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const newest = readdirSync(folder)
    .filter((name) => name.startsWith('runtime-'))
    .toSorted()
    .at(-1);
  const text = readFileSync(page, 'utf8');
  if (replaced(text, tableOf(JSON.parse(readFileSync(`${folder}${newest}`, 'utf8')))) !== text) {
    console.error(`Expected the table of docs/performance.md to be bench/results/${newest}, but it is not`);
    process.exitCode = 1;
  }
}
