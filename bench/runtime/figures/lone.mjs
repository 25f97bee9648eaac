// One command at a time on a quiet system: what grouping must not delay. The bare trips are the same locks and one small row,
// by hand, the commit in one breath with it: what the machine itself takes.
import pg from 'pg';
import { chainOfUserTasks } from '../../models.mjs';
import { median, quantile } from '../clients.mjs';
import { sized } from '../sizes.mjs';
import { openWorld } from '../world.mjs';

const commands = sized(1_000, 50);

export const name = 'lone';

export async function measure(server) {
  const world = await openWorld(server, { diagrams: [chainOfUserTasks(20)] });
  await milliseconds(200, steps(world));
  const times = await milliseconds(commands, steps(world));
  const bare = await bareTimes(world);
  await world.close();
  return [
    { name: 'a lone command, p99', value: quantile(times, 0.99), unit: 'ms', atMost: 15 },
    {
      name: 'a lone command more than two bare trips, median',
      value: median(times) - median(bare),
      unit: 'ms',
      atMost: 2,
    },
  ];
}

function steps(world) {
  let instance;
  return async () => {
    if (instance?.state !== 'active') instance = await world.start('maaling');
    const from = performance.now();
    instance = await world.complete(instance);
    return performance.now() - from;
  };
}

async function bareTimes(world) {
  const client = new pg.Client({ connectionString: world.url, pipeline: true });
  await client.connect();
  await client.query('create table bare (id int primary key, text text); insert into bare values (1)');
  const times = await milliseconds(commands, async () => {
    const from = performance.now();
    await client.query('begin; select id from bare where id = 1 for update');
    const write = { name: 'bare', text: 'update bare set text = $1 where id = 1', values: ['x'.repeat(4_000)] };
    await Promise.all([client.query(write), client.query('commit')]);
    return performance.now() - from;
  });
  await client.end();
  return times;
}

async function milliseconds(count, work) {
  const times = [];
  for (let index = 0; index < count; index += 1) times.push(await work());
  return times;
}
