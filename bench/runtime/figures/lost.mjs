// Timers that are lost or early when Redis forgets, evicts, ends or comes back as another (the run `redis` of test/chaos), and when nothing
// was at work for seven days.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { caseWithTimer } from '../../models.mjs';
import { perSecond } from '../clients.mjs';
import { sized } from '../sizes.mjs';
import { openWorld, tenant } from '../world.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const timers = sized(10_000, 200);
const reps = sized(20);

export const name = 'lost';

export async function measure(server) {
  const [down, redis] = [await sevenDaysDown(server), await redisFaults()];
  const scenes = `${redis.timers.toLocaleString('en')} under faults of Redis, ${timers.toLocaleString('en')} with all down for 7 days`;
  return [
    { name: `timers lost: ${scenes}`, value: redis.lost + down.lost, unit: 'timers', atMost: 0 },
    { name: 'timers early in the same', value: redis.early + down.early, unit: 'timers', atMost: 0 },
  ];
}

async function sevenDaysDown(server) {
  const world = await openWorld(server, { diagrams: [caseWithTimer()] });
  await perSecond(256, timers, () => world.start('venter'));
  await world.store.clock.moveTo(tenant, new Date(Date.now() + 7 * 86_400_000).toISOString());
  await world.runtime.dueWork.drain(tenant);
  const [found] = await world.ask(
    `select count(*) filter (where fired_at is null)::int as lost, count(*) filter (where fired_at < due_at)::int as early from timer`,
  );
  await world.close();
  return found;
}

/** The run of the test programme says in its last line how many timers there were, and what became of them. */
async function redisFaults() {
  const program = ['--import', './tools/run-typescript.mjs', 'test/chaos/run.mjs', 'redis', '--reps', String(reps)];
  const run = spawn(process.execPath, program, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const parts = [];
  run.stdout.on('data', (part) => parts.push(part));
  await once(run, 'close');
  const last = Buffer.concat(parts).toString().trim().split('\n').at(-1);
  const count = (what) => {
    const told = new RegExp(`, ${what} (\\d+)`).exec(last)?.[1];
    if (told === undefined) throw new Error(`Expected the number of timers '${what}', but the run says: ${last}`);
    return Number(told);
  };
  return { timers: count('timers'), lost: count('lost'), early: count('early') };
}
