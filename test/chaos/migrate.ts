import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../src/store/migrate.js';
import { createEmptyDatabase } from '../support/test-database.js';
import { eventually, numbers, rounded, type ChaosOptions, type ChaosOutcome } from './support/chaos-run.js';
import { look } from './support/look.js';

/**
 * T20: each migration while everybody reads and writes and somebody holds a long transaction on every table. Whoever reads or writes goes
 * on for as long as it is held, and the migration is done once it is over; reps are the turns that it must have tried by then.
 */
export const usualReps = 5;

const migrations = 'prisma/migrations';
const lanes = 4;
// A turn waits two seconds for its lock; whoever waits through more than it began and one more was not let pass.
const mostTurns = 2;
const enough = 10;

/** A database whose migrations come one by one, and those who use it meanwhile. */
interface Site {
  readonly url: string;
  readonly directory: string;
  readonly faults: string[];
  readonly turns: Set<string>;
  /** Tables that the migration drops: who still used them is two versions behind. */
  readonly going: Set<string>;
  /** How many requests each lane has made. */
  readonly made: number[];
  longestMs: number;
  isOver: boolean;
}

const tablesSql = `
  select quote_ident(table_name) as name from information_schema.tables
  where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`;

const usedSql = `
  select quote_ident(table_name) as name from information_schema.columns
  join information_schema.tables using (table_schema, table_name)
  where table_schema = 'public' and table_type = 'BASE TABLE' and column_name = 'tenant' order by 1`;

const asks = (table: string): readonly string[] => [
  `select from ${table} limit 1`,
  `update ${table} set tenant = tenant where false`,
];

/** One who reads and writes each table in turn. */
async function use(site: Site, lane: number): Promise<void> {
  const client = new pg.Client(site.url);
  await client.connect();
  const tables = (await client.query<{ name: string }>(usedSql)).rows;
  for (let place = lane; !site.isOver; place += 1) {
    const table = tables[place % tables.length]?.name ?? '';
    const [begun, turns] = [performance.now(), site.turns.size];
    for (const sql of asks(table)) await client.query(sql).catch((failure: unknown) => void note(site, table, failure));
    site.longestMs = Math.max(site.longestMs, performance.now() - begun);
    if (site.turns.size - turns > mostTurns)
      site.faults.push(`${table}: waited through ${site.turns.size - turns} turns`);
    site.made[lane] = (site.made[lane] ?? 0) + 1;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await client.end();
}

const undefinedTable = '42P01';

function note(site: Site, table: string, failure: unknown): void {
  const isGone = failure instanceof pg.DatabaseError && failure.code === undefinedTable && site.going.has(table);
  if (!isGone) site.faults.push(`a request failed: ${String(failure)}`);
}

const droppedBy = async (migration: string): Promise<readonly string[]> => {
  const sql = await readFile(join(migrations, migration, 'migration.sql'), 'utf8');
  return [...sql.matchAll(/^drop table "?(\w+)"?/gim)].flatMap(([, table]) => table ?? []);
};

const waitingSql = `
  select query_start::text as turn from pg_stat_activity a
  where datname = current_database() and exists (
    select from pg_locks l where l.pid = a.pid and not l.granted and l.mode in ('AccessExclusiveLock', 'ShareRowExclusiveLock', 'ShareLock'))`;

/** Whether the migration is over, or has waited for its locks in so many turns and was stepped past by everybody. */
async function hasStood(site: Site, reps: number, isDone: () => boolean): Promise<true | undefined> {
  if (isDone()) return true;
  for (const { turn } of await look<{ turn: string }>(site.url, waitingSql)) site.turns.add(turn);
  return site.turns.size >= reps && site.made.every((count) => count >= enough) ? true : undefined;
}

/** Applies the next migration while every table is held; answers whether it had to wait. */
async function applyHeld(site: Site, name: string, reps: number): Promise<boolean> {
  const holder = new pg.Client(site.url);
  await holder.connect();
  await holder.query('begin');
  const { rows } = await holder.query<{ name: string }>(tablesSql);
  for (const table of rows) await holder.query(`lock table ${table.name} in access share mode`);

  cpSync(join(migrations, name), join(site.directory, name), { recursive: true });
  site.turns.clear();
  site.going.clear();
  for (const table of await droppedBy(name)) site.going.add(table);
  site.made.fill(0);
  site.isOver = false;
  const using = numbers(lanes).map((lane) => use(site, lane));
  let isDone = false;
  const applied = migrate(site.url, site.directory).finally(() => (isDone = true));
  await eventually(`${name} to be stepped past`, () => hasStood(site, reps, () => isDone));
  const hasWaited = !isDone;
  await holder.query('rollback');
  await holder.end();
  const names = await applied;
  if (!names.includes(name)) site.faults.push(`${name}: ${names.join(', ')} were applied instead`);
  site.isOver = true;
  await Promise.all(using);
  return hasWaited;
}

async function play(last: number, { reps, say }: ChaosOptions): Promise<ChaosOutcome> {
  const database = await createEmptyDatabase();
  const directory = mkdtempSync(join(tmpdir(), 'chaos-migrations-'));
  const site: Site = {
    ...{ url: database.url, directory, faults: [], turns: new Set<string>(), going: new Set<string>() },
    ...{ made: numbers(lanes).map(() => 0), longestMs: 0, isOver: false },
  };
  const entries = await readdir(migrations, { withFileTypes: true });
  const names = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).toSorted();
  const tried = names.slice(-last);
  try {
    for (const name of names.slice(0, -last))
      cpSync(join(migrations, name), join(directory, name), { recursive: true });
    await migrate(site.url, directory);
    const waited: string[] = [];
    for (const name of tried) {
      if (await applyHeld(site, name, reps)) waited.push(name);
      say(
        `${name}: ${site.turns.size} turns, ${site.made.join(' + ')} requests, longest ${Math.round(site.longestMs)} ms`,
      );
    }
    const figures = {
      migrations: tried.length,
      waited: waited.length,
      longestRequestSeconds: rounded(site.longestMs / 1000),
    };
    return { faults: [...site.faults, ...(waited.length > 0 ? [] : ['no migration had to wait'])], figures };
  } finally {
    rmSync(directory, { recursive: true, force: true });
    await database.drop();
  }
}

/** Every migration but the first two, which make what there is to hold. */
export const run = async (options: ChaosOptions): Promise<ChaosOutcome> => {
  const entries = await readdir(migrations, { withFileTypes: true });
  return play(entries.filter((entry) => entry.isDirectory()).length - 2, options);
};

/** The five newest migrations, two turns each. */
export const runShort = (options: ChaosOptions): Promise<ChaosOutcome> => play(5, { ...options, reps: 2 });
