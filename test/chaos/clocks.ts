import { addDuration } from '../../src/engine/index.js';
import { hasRedisServer } from '../support/redis-server.js';
import { trondheim } from '../support/stack.js';
import { createTestDatabase } from '../support/test-database.js';
import { eventually, inLanes, numbers, type ChaosOptions, type ChaosOutcome } from './support/chaos-run.js';
import { startChildOffice, type ChildOffice } from './support/child-office.js';
import { start } from './support/commands.js';
import { halfDone, leftovers, look } from './support/look.js';
import { openOffice, type Office, type RedisHome } from './support/office.js';
import { deployProving } from './support/proving-process.js';
import { startRedis } from './support/redis.js';

/** T7: processes whose clocks are wrong, a municipality's clock that jumps, and the nights in which Oslo's does; reps are timers at a time. */
export const usualReps = 50;

const [minute, hour] = [60, 3_600];
// Up to 30 seconds a process is trusted.
const offs = [20, -20, 5 * minute, -5 * minute, 2 * hour, -2 * hour, 30 * 24 * hour, -30 * 24 * hour];

const rungSql = `
  select count(*) filter (where t.fired_at is null)::int as waiting, count(*) filter (where t.fired_at < t.due_at)::int as early,
    count(*) filter (where t.due_at > (select boligflyt_now()))::int as coming,
    count(*) filter (where (select count(*) from journal_event j where j.instance = t.instance and j.type = 'TimerFired') > 1)::int as twice
  from timer t where t.instance like $1 || '.%'`;

// Told by the database's clock.
interface Rung {
  readonly waiting: number;
  readonly early: number;
  readonly coming: number;
  readonly twice: number;
}

const rungOf = async (url: string, name: string): Promise<Rung> => {
  const [rung] = await look<Rung>(url, rungSql, [name]);
  if (rung === undefined) throw new Error('Expected timers to be counted');
  return rung;
};

interface Place {
  readonly office: Office;
  readonly url: string;
  readonly count: number;
}

const begin = ({ office, count }: Place, name: string, frist: string): Promise<void> =>
  inLanes(numbers(count), 8, async (place) => {
    await office.runtime.handler.handle(start(`${name}.${place}`, { process: 'vente', frist }));
  });

const until = (what: string, url: string, [name, isIt]: readonly [string, (rung: Rung) => boolean]) =>
  eventually(what, async () => (isIt(await rungOf(url, name)) ? true : undefined), 120_000);

/** The only process at work goes wrong while timers wait, finds more of them, and is put right. */
async function goWrong(place: Place, worker: ChildOffice, [name, off]: readonly [string, number]): Promise<string[]> {
  const { url } = place;
  const [before, during] = [`${name}-before`, `${name}-during`];
  await begin(place, before, 'PT3S');
  await worker.order({ do: 'set-clock', offSeconds: off });
  const isWrong = Math.abs(off) > 30;
  if (isWrong) await worker.order({ do: 'refuse' });
  await begin(place, during, 'PT1S');
  await until('their time to come', url, [during, ({ coming }) => coming === 0]);
  if (isWrong) await worker.order({ do: 'refuse' });
  const meanwhile = await rungOf(url, during);
  if (isWrong) await worker.order({ do: 'set-clock', offSeconds: 0 });
  const both = [before, during];
  for (const some of both) await until('all to ring', url, [some, ({ waiting }) => waiting === 0]);
  await worker.order({ do: 'set-clock', offSeconds: 0 });
  const rung = await Promise.all(both.map((some) => rungOf(url, some)));
  return [
    ...(isWrong && meanwhile.waiting < place.count ? [`${name}: rang though its clock was ${off} s off`] : []),
    ...rung.flatMap(faultsOf(name)),
  ];
}

const faultsOf =
  (name: string) =>
  ({ waiting, early, twice }: Rung): readonly string[] => [
    ...(waiting > 0 ? [`${name}: ${waiting} timers were lost`] : []),
    ...(early > 0 ? [`${name}: ${early} timers rang early`] : []),
    ...(twice > 0 ? [`${name}: ${twice} timers rang twice`] : []),
  ];

async function wrongProcesses(home: RedisHome | undefined, count: number, chosen: readonly number[]) {
  const database = await createTestDatabase();
  const { url } = database;
  const options = { url, ...(home && { home }), sweepEveryMs: 300 };
  const office = await openOffice(options);
  await deployProving(office.store);
  const worker = await startChildOffice({}, ['--import', './test/chaos/support/wrong-clock.mjs']);
  await worker.order({ do: 'open', options });
  const faults: string[] = [];
  for (const off of chosen) {
    const name = `${home?.kind ?? 'postgres'}${off}`;
    faults.push(...(await goWrong({ office, url, count }, worker, [name, off])));
  }
  faults.push(...(await halfDone(url)), ...(await leftovers(url)));
  await worker.kill();
  await office.close();
  await database.drop();
  return faults;
}

interface Night {
  /** Half past two in Oslo on the day before. */
  readonly dayBefore: string;
  /** A day later by the calendar: in March there is no half past two but three o'clock, in October this is the first of two. */
  readonly halfPastTwo: string;
}

const nights: readonly Night[] = [
  { dayBefore: '2026-03-28T01:30:00.000Z', halfPastTwo: '2026-03-29T01:00:00.000Z' },
  { dayBefore: '2026-10-24T00:30:00.000Z', halfPastTwo: '2026-10-25T00:30:00.000Z' },
  { dayBefore: '2027-03-27T01:30:00.000Z', halfPastTwo: '2027-03-28T01:00:00.000Z' },
  { dayBefore: '2027-10-30T00:30:00.000Z', halfPastTwo: '2027-10-31T00:30:00.000Z' },
];

// Before, in and after the hour that is left out or comes twice: every ten minutes from 22 to 26 hours after half past two.
const minutesOfNight = numbers(25).map((place) => 22 * 60 + place * 10);

const dueSql = `
  select count(*) filter (where t.due_at <= (select boligflyt_now()) and t.fired_at is null)::int as late,
    count(*) filter (where t.due_at > (select boligflyt_now()) and t.fired_at is not null)::int as early,
    count(*) filter (where t.instance = 'natt.dag' and t.due_at <> $1::timestamptz)::int as moved,
    count(*) filter (where (select count(*) from journal_event j where j.instance = t.instance and j.type = 'TimerFired') > 1)::int as twice
  from timer t`;

/** Goes through each night by these minutes; one step alone is a clock that jumps ahead over all of it. */
async function playNights(home: RedisHome | undefined, stops: readonly number[]): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { dayBefore, halfPastTwo } of nights) {
    const database = await createTestDatabase();
    const { url } = database;
    const office = await openOffice({ url, ...(home && { home }), clock: 'frozen' });
    const { runtime, store } = office;
    await deployProving(store);
    await store.clock.freezeAt(trondheim, dayBefore);
    await office.work();
    const begun = minutesOfNight.map((minutes) =>
      start(`natt.${minutes}`, { process: 'vente', frist: `PT${minutes}M` }),
    );
    for (const request of [...begun, start('natt.dag', { process: 'vente', frist: 'P1D' })])
      await runtime.handler.handle(request);
    for (const minutes of stops) {
      await store.clock.moveTo(trondheim, addDuration(dayBefore, `PT${minutes}M`));
      await runtime.dueWork.drain(trondheim);
      const [row] = await look<Record<string, number>>(url, dueSql, [halfPastTwo]);
      const wrong = Object.entries(row ?? {}).filter(([, count]) => count > 0);
      faults.push(...wrong.map(([what, count]) => `${halfPastTwo}: ${count} ${what} after ${minutes} minutes`));
    }
    faults.push(...(await halfDone(url)), ...(await leftovers(url)));
    await office.close();
    await database.drop();
  }
  return faults;
}

const night = minutesOfNight.flatMap((minutes) => [minutes - 1, minutes]);
const jump = [27 * 60];

async function play(count: number, chosen: readonly number[], { say }: ChaosOptions): Promise<ChaosOutcome> {
  const server = hasRedisServer ? await startRedis() : undefined;
  const homes: readonly (RedisHome | undefined)[] = [
    undefined,
    ...(server === undefined ? [] : [{ kind: 'redis', url: server.url } as const]),
  ];
  const faults: string[] = [];
  for (const home of homes) {
    faults.push(...(await wrongProcesses(home, count, chosen)));
    say(`${home?.kind ?? 'postgres'}: wrong clocks, ${faults.length} faults so far`);
    for (const stops of [night, jump]) faults.push(...(await playNights(home, stops)));
    say(`${home?.kind ?? 'postgres'}: nights, ${faults.length} faults so far`);
  }
  await server?.remove();
  const timers = chosen.length * count * 2 + nights.length * 2 * (minutesOfNight.length + 1);
  return {
    faults,
    figures: {
      homes: homes.length === 2 ? 'postgres and redis' : 'postgres',
      wrongClocks: chosen.length * homes.length,
      nights: nights.length * homes.length,
      timers: timers * homes.length,
    },
  };
}

export const run = (options: ChaosOptions): Promise<ChaosOutcome> => play(options.reps, offs, options);

/** A process that is two hours ahead and one that is five minutes behind, ten timers at a time; all nights. */
export const runShort = (options: ChaosOptions): Promise<ChaosOutcome> => play(10, [2 * hour, -5 * minute], options);
