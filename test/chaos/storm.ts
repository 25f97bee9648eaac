import { addDuration } from '../../src/engine/index.js';
import { TimerWorker } from '../../src/jobs/timer-worker.js';
import { idOf } from '../../src/shared/id.js';
import { createTestDatabase } from '../support/test-database.js';
import { trondheim } from '../support/stack.js';
import { chanceFrom, inLanes, numbers, percentile, type ChaosOptions, type ChaosOutcome } from './support/chaos-run.js';
import { cancelOf, start } from './support/commands.js';
import { halfDone, leftovers, look } from './support/look.js';
import { openOffice, type Office } from './support/office.js';
import { deployProving } from './support/proving-process.js';

/** T6: hints that come five times, in any order, too early, a month late, for cases that ended and for none; reps are hundreds of cases. */
export const usualReps = 30;

const begins = '2026-11-23T08:00:00.000Z';

interface Hint {
  readonly id: string;
  readonly instance: string;
}

const digestSql = `
  select md5(string_agg(line, '|' order by line)) as digest from (
    select c.id || c.revision || c.state as line from process_instance c
    union all select t.id || coalesce(t.fired_at::text, '') || coalesce(t.cancelled_at::text, '') from timer t) as told`;

const digest = async (url: string): Promise<string> =>
  (await look<{ digest: string }>(url, digestSql))[0]?.digest ?? '';

/** Every hint one to five times and as many for nobody, in an order of the seed's. */
function shuffled(hints: readonly Hint[], chance: () => number): readonly Hint[] {
  const nobody = hints.map(({ id }, place) => ({ id: `${id}-x`, instance: `ingen.${place}` }));
  const all = [...hints, ...nobody].flatMap((hint) => numbers(1 + Math.floor(chance() * 5)).map(() => hint));
  return all
    .map((hint) => ({ hint, place: chance() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ hint }) => hint);
}

async function deliver(office: Office, hints: readonly Hint[]): Promise<readonly number[]> {
  const worker = new TimerWorker(office.runtime.handler);
  const milliseconds: number[] = [];
  await inLanes(hints, 32, async ({ id, instance }) => {
    const begun = performance.now();
    const [timerId, processInstanceId] = [idOf<'Timer'>(id), idOf<'ProcessInstance'>(instance)];
    await worker.ring({ tenant: trondheim, timerId, processInstanceId });
    milliseconds.push(performance.now() - begun);
  });
  return milliseconds;
}

const wrongSql = `
  select c.id || ' ' || c.state as what from process_instance c
  where (c.id like 'venter.%' and c.state <> 'completed') or (c.id like 'avlyst.%' and c.state = 'completed')
  union all select instance || ' rang ' || count(*) || ' times' from journal_event
    where type = 'TimerFired' group by instance having count(*) > 1`;

async function play(count: number, { seed }: ChaosOptions): Promise<ChaosOutcome> {
  const database = await createTestDatabase();
  const office = await openOffice({ url: database.url, clock: 'frozen' });
  await deployProving(office.store);
  await office.store.clock.freezeAt(trondheim, begins);
  const chance = chanceFrom(seed);
  const { handler } = office.runtime;
  await inLanes(numbers(count), 32, async (place) => {
    const name = `${place % 4 === 0 ? 'avlyst' : 'venter'}.${place}`;
    await handler.handle(start(name, { process: 'vente', frist: 'P30D' }));
    if (place % 4 === 0) await handler.handle(cancelOf(name));
  });
  const hints = await look<Hint>(database.url, 'select id, instance from timer order by id');
  const rounds = [shuffled(hints, chance), shuffled(hints, chance), shuffled(hints, chance)] as const;

  const before = await digest(database.url);
  await deliver(office, rounds[0]);
  const isEarly = (await digest(database.url)) !== before;
  await office.store.clock.moveTo(trondheim, addDuration(begins, 'P60D'));
  await deliver(office, rounds[1]);
  const settled = await digest(database.url);
  const stale = await deliver(office, rounds[2]);
  const isMoved = (await digest(database.url)) !== settled;

  const wrong = await look<{ what: string }>(database.url, wrongSql);
  const left = [...(await halfDone(database.url)), ...(await leftovers(database.url))];
  await office.close();
  await database.drop();
  return {
    faults: [
      ...(isEarly ? ['hints that came too early have changed something'] : []),
      ...(isMoved ? ['hints that came too late have changed something'] : []),
      ...wrong.map(({ what }) => what),
      ...left,
    ],
    figures: {
      deliveries: rounds.reduce((sum, round) => sum + round.length, 0),
      staleMedianMs: Math.round(percentile(stale, 0.5)),
      timers: hints.length,
    },
  };
}

export const run = (options: ChaosOptions): Promise<ChaosOutcome> => play(options.reps * 100, options);

export const runShort = (options: ChaosOptions): Promise<ChaosOutcome> => play(60, options);
