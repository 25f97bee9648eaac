import pg from 'pg';
import { dueTimers, nextDueAt } from '../../src/store/outbox/due-timers.js';
import { createTestDatabase } from '../support/test-database.js';
import { trondheim } from '../support/stack.js';
import { numbers, percentile, type ChaosOptions, type ChaosOutcome } from './support/chaos-run.js';
import { start } from './support/commands.js';
import { look } from './support/look.js';
import { openOffice, type Office } from './support/office.js';
import { deployProving } from './support/proving-process.js';

/** What a sweep reads to find the timers that are due among all that wait for years; reps are thousands of those that wait. */
export const usualReps = 5_000;

const begins = '2026-11-23T08:00:00.000Z';
const due = 100;
const looks = 200;
// A row of the index, of the timer and of its case for each that is due, and the way down to the first.
const mostBlocks = due * 10;

/** Timers of a case that lie up to ten years ahead, written as rows, for their number. */
const fillSql = `
  insert into timer (tenant, id, instance, node, purpose, occurrence, due_at)
  select 'trondheim', 'fylt-' || n, 'venter.' || n % 100, 'frist', 'reminder', n,
    $1::timestamptz + (3600 + (hashint4(n) & 2147483647) % 315360000) * interval '1 second'
  from generate_series($2::int, $3::int) as n`;

const atATime = 100_000;

async function fill(url: string, count: number, say: ChaosOptions['say']): Promise<void> {
  for (let from = 1; from <= count; from += atATime) {
    await look(url, fillSql, [begins, from, Math.min(count, from + atATime - 1)]);
    if (from % 1_000_000 === 1) say(`${from - 1} timers wait`);
  }
  await look(url, 'analyze timer');
}

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly Plan[];
}

/** How PostgreSQL goes about the statement, in the rights of the application. */
async function explain(url: string, sql: string, values: readonly unknown[]): Promise<Plan> {
  const client = new pg.Client({ connectionString: url, options: '-c role=boligflyt_app -c app.tenant=trondheim' });
  await client.connect();
  try {
    const { rows } = await client.query<{ 'QUERY PLAN': readonly { readonly Plan: Plan }[] }>(
      `explain (analyze, buffers, format json) ${sql}`,
      [...values],
    );
    const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
    if (plan === undefined) throw new Error('Expected a plan');
    return plan;
  } finally {
    await client.end();
  }
}

const nodesOf = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

const blocksOf = (plan: Plan): number => plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];

function faultsOf(what: string, plan: Plan): readonly string[] {
  const onTimers = nodesOf(plan).filter((node) => node['Relation Name'] === 'timer');
  return [
    ...onTimers.flatMap((node) =>
      node['Index Name'] === 'timer_live_idx' ? [] : [`${what}: ${node['Node Type']} by ${node['Index Name']}`],
    ),
    ...(blocksOf(plan) <= mostBlocks ? [] : [`${what}: ${blocksOf(plan)} blocks were read`]),
  ];
}

/** The median of many sweeps for what is due, in milliseconds. */
async function sweepMs({ store }: Office): Promise<number> {
  const milliseconds: number[] = [];
  for (const _ of numbers(looks)) {
    const begun = performance.now();
    const found = await store.outbox.dueTimers(trondheim, due);
    milliseconds.push(performance.now() - begun);
    if (found.length !== due) throw new Error(`Expected ${due} timers to be due, but there are ${found.length}`);
  }
  return Math.round(percentile(milliseconds, 0.5) * 100) / 100;
}

async function measure(office: Office, url: string, { reps, say }: ChaosOptions): Promise<ChaosOutcome> {
  await look(url, 'analyze');
  const few = await sweepMs(office);
  const fewBlocks = blocksOf(await explain(url, dueTimers, [trondheim, due]));
  await fill(url, reps * 1_000, say);
  const many = await sweepMs(office);
  const found = await explain(url, dueTimers, [trondheim, due]);
  const next = await explain(url, nextDueAt, [trondheim]);
  const [size] = await look<{ mb: number }>(url, `select (pg_total_relation_size('timer') / 2 ^ 20)::int as mb`);
  return {
    faults: [...faultsOf('due timers', found), ...faultsOf('next timer', next)],
    figures: {
      ...{ open: reps * 1_000, due, tableMb: size?.mb ?? 0, medianMs: `${few} then ${many}` },
      ...{ blocks: `${fewBlocks} then ${blocksOf(found)}`, nextBlocks: blocksOf(next) },
    },
  };
}

export async function run(options: ChaosOptions): Promise<ChaosOutcome> {
  const database = await createTestDatabase();
  const office = await openOffice({ url: database.url, clock: 'frozen' });
  try {
    await deployProving(office.store);
    await office.store.clock.freezeAt(trondheim, begins);
    for (const place of numbers(due))
      await office.runtime.handler.handle(start(`venter.${place}`, { process: 'vente', frist: 'PT1M' }));
    await office.store.clock.moveTo(trondheim, '2026-11-23T08:01:00.000Z');
    return await measure(office, database.url, options);
  } finally {
    await office.close();
    await database.drop();
  }
}

/** 20,000: enough for an index to be worth it, and for a plan without one to be seen. */
export const runShort = (options: ChaosOptions): Promise<ChaosOutcome> => run({ ...options, reps: 20 });
