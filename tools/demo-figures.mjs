// `npm run demo-figures`: the figures of KBT's report beside those of the demo that runs now, as a table. Asks the public API only,
// with a key that lives as long as this script; the same environment as the demo was started with.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const address = process.env.BOLIGFLYT_URL ?? `http://localhost:${process.env.PORT ?? 3000}`;

async function key(...words) {
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(root, 'dist/app/key.js'), ...words], {
    cwd: root,
  });
  return stdout.trim();
}

/** Does work with what `actor` may read. */
async function as(actor, work) {
  const bearer = await key('create', '--actor', actor, '--name', 'demo-figures', '--days', '1');
  const get = async (resource) => {
    const answer = await fetch(`${address}/api/v1/${resource}`, { headers: { authorization: `Bearer ${bearer}` } });
    if (!answer.ok) throw new Error(`Expected ${resource} from ${address}, but it answered ${answer.status}`);
    return answer.json();
  };
  try {
    return await work(get);
  } finally {
    await key('revoke', bearer.split('_')[1]);
  }
}

const { figures, buildings } = await as('liv', async (get) => ({
  figures: await get('figures'),
  buildings: (await get('buildings')).items,
}));
const incidents = await as('ada', async (get) => (await get('incidents')).items);

const all = (id) =>
  figures.tables.find((table) => table.id === id)?.rows.find(({ name }) => name === 'Alle')?.cells ?? [];
const [waiting = 0, waitingMedian, , waitingLongest] = all('venter-need');
const [housed = 0, median, shortest, longest] = all('fikk-bolig-need');
const rounds = figures.tables.find(({ id }) => id === 'runder')?.rows ?? [];
const ending = buildings.filter(({ status }) => status === 'avvikles');
const places = ending.reduce((sum, { capacity }) => sum + (capacity ?? 0), 0);
const weeks = (days) => (days === null || days === undefined ? '–' : `${Math.round(days / 7)} weeks`);
const untouched = incidents.filter(({ code }) => code === 'UNTOUCHED').length;

const rows = [
  ['wait for a home', 'about 50 (S4:88)', String(waiting)],
  [
    'need a home, with those who live where it is being wound down',
    'about 90, with Jarleveien (S4:88)',
    `${waiting + places}: ${places} places at ${ending.map(({ name }) => name).join(', ')}`,
  ],
  ['got a home this year', '58 by 14 December 2022 (S4:180)', `${housed} by ${figures.until.slice(0, 10)}`],
  [
    'had waited',
    'less than a week to two years (S4:598)',
    `${weeks(shortest)} to ${weeks(longest)} (four of five), median ${weeks(median)}`,
  ],
  ['have waited so far', '–', `up to ${weeks(waitingLongest)} (nine of ten), median ${weeks(waitingMedian)}`],
  ['weekly rounds this year', 'every week', rounds.map(({ name, cells }) => `${name}: ${cells[0]}`).join(', ')],
  ['open incidents', '–', String(incidents.length)],
  ['cases whose next step nobody owns (invariant W)', '–', String(untouched)],
];
console.log(`| what | report | demo |\n| --- | --- | --- |`);
for (const row of rows) console.log(`| ${row.join(' | ')} |`);
