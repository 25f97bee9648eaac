import { addDuration } from '../../src/engine/index.js';
import { createTestDatabase } from '../support/test-database.js';
import { trondheim } from '../support/stack.js';
import { inLanes, numbers, percentile, rounded, type ChaosOptions, type ChaosOutcome } from './support/chaos-run.js';
import { start } from './support/commands.js';
import { leftovers, look } from './support/look.js';
import { openOffice, type Office } from './support/office.js';
import { deployProving } from './support/proving-process.js';

/** T8: everybody waits for the same instant; reps are hundreds of cases. */
export const usualReps = 1_000;

const begins = '2026-11-23T08:00:00.000Z';

/** Asks for something else all the while; answers how long each took, in milliseconds. */
function others(office: Office): () => Promise<readonly number[]> {
  const rest = { isOver: false };
  const asking = (async () => {
    const milliseconds: number[] = [];
    for (let place = 0; !rest.isOver; place += 1) {
      const begun = performance.now();
      await office.runtime.handler.handle(start(`annen.${place}`, { process: 'vente' }));
      milliseconds.push(performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return milliseconds;
  })();
  return () => {
    rest.isOver = true;
    return asking;
  };
}

const outcomeSql = `
  select count(*) filter (where c.state = 'completed')::int as ended,
    count(*) filter (where rings <> 1)::int as "notOnce"
  from process_instance c cross join lateral (
    select count(*) as rings from journal_event j where j.instance = c.id and j.type = 'TimerFired') as rung
  where c.id like 'flokk.%'`;

async function play(count: number, { say }: ChaosOptions): Promise<ChaosOutcome> {
  const database = await createTestDatabase();
  const office = await openOffice({ url: database.url, clock: 'frozen' });
  await deployProving(office.store);
  await office.store.clock.freezeAt(trondheim, begins);
  const names = numbers(count).map((place) => `flokk.${place}`);
  await inLanes(names, 64, async (name) => {
    await office.runtime.handler.handle(start(name, { process: 'vente', frist: 'P7D' }));
  });
  say(`${count} cases wait`);
  const before = process.memoryUsage().rss;
  await office.store.clock.moveTo(trondheim, addDuration(begins, 'P7D'));
  const stopOthers = others(office);
  const begun = performance.now();
  // As a process that was away for a week: what it finds when it starts.
  await office.work();
  const seconds = (performance.now() - begun) / 1000;
  const milliseconds = await stopOthers();
  const grown = (process.memoryUsage().rss - before) / 2 ** 20;
  const [rung] = await look<{ ended: number; notOnce: number }>(database.url, outcomeSql);
  const left = await leftovers(database.url);
  await office.close();
  await database.drop();
  return {
    faults: [
      ...(rung?.ended === count ? [] : [`${rung?.ended} of ${count} cases have ended`]),
      ...(rung?.notOnce === 0 ? [] : [`${rung?.notOnce} alarms did not ring exactly once`]),
      ...left,
    ],
    figures: {
      cases: count,
      drainSeconds: rounded(seconds),
      perSecond: Math.round(count / seconds),
      othersP95Ms: Math.round(percentile(milliseconds, 0.95)),
      memoryGrownMb: Math.round(grown),
    },
  };
}

export const run = (options: ChaosOptions): Promise<ChaosOutcome> => play(options.reps * 100, options);

export const runShort = (options: ChaosOptions): Promise<ChaosOutcome> => play(2_000, options);
