// 100,000 timers that fall due at the same instant: each rings once, makes a task, and somebody is told of it once.
// Meanwhile people go on: every 50 ms one command, and one look at a case.
import { setTimeout as wait } from 'node:timers/promises';
import { caseWithTimer, chainOfUserTasks } from '../../models.mjs';
import { perSecond, quantile } from '../clients.mjs';
import { sized } from '../sizes.mjs';
import { openWorld, tenant } from '../world.mjs';

const timers = sized(100_000, 200);

export const name = 'timers';

export async function measure(server) {
  const told = new Map();
  const notify = async ({ key }) => void told.set(key, (told.get(key) ?? 0) + 1);
  const world = await openWorld(server, { diagrams: [caseWithTimer(), chainOfUserTasks(20)], notify });
  const someone = await world.start('maaling');
  await perSecond(256, timers, () => world.start('venter'));
  await world.runtime.dueWork.drain(tenant);
  told.clear();
  await world.store.clock.moveTo(tenant, new Date(Date.now() + 2 * 86_400_000).toISOString());

  const [memoryBefore, lateness, state] = [process.memoryUsage().rss, [], { isOver: false, memory: 0 }];
  const people = livePeople(world, someone, { lateness, state });
  const from = performance.now();
  await world.runtime.dueWork.drain(tenant);
  const seconds = (performance.now() - from) / 1000;
  state.isOver = true;
  await people;
  await expectEachOnce(world, told);
  await world.close();
  const count = timers.toLocaleString('en');
  return [
    { name: `${count} timers due at once, all carried out`, value: seconds, unit: 's', atMost: 60 },
    { name: `a command or a look at a case meanwhile, p95`, value: quantile(lateness, 0.95), unit: 'ms', atMost: 300 },
    { name: `memory meanwhile`, value: (state.memory - memoryBefore) / 2 ** 20, unit: 'MB', atMost: 200 },
  ];
}

async function livePeople(world, someone, { lateness, state }) {
  let instance = someone;
  while (!state.isOver) {
    if (instance.state !== 'active') instance = await world.start('maaling');
    lateness.push(await milliseconds(async () => (instance = await world.complete(instance))));
    lateness.push(await milliseconds(() => world.store.queries.cases.find(tenant, instance.id)));
    state.memory = Math.max(state.memory, process.memoryUsage().rss);
    await wait(50);
  }
}

async function milliseconds(work) {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

async function expectEachOnce(world, told) {
  const [rows] = await world.ask(
    `select (select count(*)::int from timer where fired_at is not null) as rung,
      (select count(*)::int from user_task where node = 'folg-opp') as tasks,
      (select count(*)::int from journal_event where type = 'TimerFired') as journaled,
      (select count(*)::int from outbox where done_at is null) as waiting`,
  );
  const notices = [...told].filter(([key]) => key.includes('opened-'));
  const twice = notices.filter(([, times]) => times !== 1).length;
  const people = await world.ask(`select count(*)::int as tasks from user_task where node <> 'folg-opp'`);
  const found = JSON.stringify({ ...rows, twice });
  const expected = JSON.stringify({ rung: timers, tasks: timers, journaled: timers, waiting: 0, twice: 0 });
  if (found !== expected) throw new Error(`Expected ${expected}, but found ${found} beside ${people[0].tasks} tasks`);
}
