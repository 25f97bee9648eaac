// Timers fall due all the while; the only worker is killed and started again at once. The latest timer counts.
import { setTimeout as wait } from 'node:timers/promises';
import { createAlarmClock } from '../../../dist/jobs/alarm-clock.js';
import { openWakeQueue } from '../../../dist/jobs/wake-queue.js';
import { queueIn } from '../../../dist/store/queue-pool.js';
import { caseWithTimer } from '../../models.mjs';
import { startProcess } from '../processes.mjs';
import { sized } from '../sizes.mjs';
import { openWorld } from '../world.mjs';

const timers = sized(200, 40);
const everyMs = 100;
const patienceMs = 120_000;

export const name = 'kill';

export async function measure(server) {
  const hints = {};
  const alarms = { effectsWaiting: async () => undefined, timerSet: (timer) => hints.clock.timerSet(timer) };
  const world = await openWorld(server, { diagrams: [caseWithTimer('PT3S')], alarmsOf: () => alarms });
  const queue = await openWakeQueue(queueIn(world.url), () => undefined);
  hints.clock = createAlarmClock(queue, world.store.clock);
  let worker = await startProcess('worker', { url: world.url });
  const from = performance.now();
  for (let count = 0; count < timers; count += 1) {
    await world.start('venter');
    if (count === Math.floor(timers / 2)) {
      await worker.kill();
      worker = await startProcess('worker', { url: world.url });
    }
    await wait(from + count * everyMs - performance.now());
  }
  await untilAllRang(world);
  const [{ latest, early }] = await world.ask(
    `select max(extract(epoch from fired_at - due_at))::float as latest, count(*) filter (where fired_at < due_at)::int as early from timer`,
  );
  if (early > 0) throw new Error(`Expected no timer to ring early, but ${early} did`);
  await worker.stop();
  await queue.close();
  await world.close();
  return [{ name: 'after kill -9 of the only worker, the latest timer', value: latest, unit: 's', atMost: 35 }];
}

async function untilAllRang(world) {
  const giveUpAt = performance.now() + patienceMs;
  const waiting = async () =>
    (await world.ask('select count(*)::int as count from timer where fired_at is null'))[0].count;
  while ((await waiting()) > 0) {
    if (performance.now() > giveUpAt) throw new Error(`Expected every timer to ring, but ${await waiting()} have not`);
    await wait(250);
  }
}
