// The tables of docs/performance.md are the newest results, and nothing else. `node bench/table.mjs` checks that they are.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const page = fileURLToPath(new URL('../docs/performance.md', import.meta.url));
const folder = fileURLToPath(new URL('results/', import.meta.url));
const kinds = ['engine', 'runtime'];

const signs = { '/s': '≥', '×': '≥', ms: '≤', s: '≤', MB: '≤', timers: '≤' };
const goalOf = ({ goal, unit, isLimit }) =>
  goal === undefined ? '' : `${isLimit ? '≤' : signs[unit]} ${goal.toLocaleString('en')}`;
const verdictOf = ({ met }) => (met === undefined ? '' : met ? 'yes' : 'no');

/** The columns of a kind of result: what stands above, and how a figure is told there. */
const common = [
  ['what', ({ name }) => name],
  ['measured', ({ value, unit }) => `${value.toLocaleString('en')} ${unit}`],
  ['goal', goalOf],
  ['met', verdictOf],
  ['beside', ({ peer, peerValue }) => (peer === undefined ? '' : `${peerValue.toLocaleString('en')} (${peer})`)],
];
const columns = {
  engine: common,
  runtime: [...common, ['load then', ({ load }) => load], ['size', ({ size }) => size ?? 1]],
};

/** A result as the table that people read. */
function tableOf(kind, { at, machine, versions, load, figures }) {
  const head = columns[kind].map(([title]) => title);
  const rows = figures.map((figure) => columns[kind].map(([, tell]) => String(tell(figure))));
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const rule = widths.map((width) => '-'.repeat(width));
  const told = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const about = `${at}, ${machine}. ${told.join(', ')}.${load === undefined ? '' : ` Load: ${load}.`}`;
  return [about, '', ...[head, rule, ...rows].map(line)].join('\n');
}

/** Puts the table of this result in its place. */
export function writeTable(kind, file) {
  writeFileSync(page, replaced(kind, readFileSync(page, 'utf8'), file));
}

function replaced(kind, text, file) {
  const [begin, end] = [`<!-- table of ${kind}: begin -->`, `<!-- table of ${kind}: end -->`];
  const table = tableOf(kind, JSON.parse(readFileSync(file, 'utf8')));
  return `${text.slice(0, text.indexOf(begin))}${begin}\n\n${table}\n\n${text.slice(text.indexOf(end))}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const kind of kinds) {
    const newest = readdirSync(folder)
      .filter((name) => name.startsWith(`${kind}-`))
      .toSorted()
      .at(-1);
    const text = readFileSync(page, 'utf8');
    if (replaced(kind, text, `${folder}${newest}`) === text) continue;
    process.stderr.write(`Expected the table of ${kind} in docs/performance.md to be bench/results/${newest}\n`);
    process.exitCode = 1;
  }
}
