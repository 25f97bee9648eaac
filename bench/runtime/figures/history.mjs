// What a step costs when a million cases have ended and a hundred thousand are open, times what it costs in an empty database.
import { chainOfUserTasks } from '../../models.mjs';
import { median } from '../clients.mjs';
import { openWorld } from '../world.mjs';
import { taskSpeeds } from './tasks.mjs';

const ended = Number(process.env['BENCH_ENDED'] ?? 1_000_000);
const open = ended / 10;
const rounds = 5;

export const name = 'history';

export async function measure(server) {
  const [empty, full] = [await openWorld(server, diagrams), await openWorld(server, diagrams)];
  await fill(full);
  const [emptySpeeds, fullSpeeds] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    // In turns, so that both meet the same neighbours.
    emptySpeeds.push(...(await taskSpeeds(empty, { count: 4_000, of: 1 })));
    fullSpeeds.push(...(await taskSpeeds(full, { count: 4_000, of: 1 })));
  }
  await empty.close();
  await full.close();
  const [many, some] = [ended, open].map((count) => count.toLocaleString('en'));
  const value = median(emptySpeeds) / median(fullSpeeds);
  return [
    {
      name: `a step beside ${many} ended and ${some} open cases, times an empty database`,
      value,
      unit: '×',
      atMost: 1.2,
    },
  ];
}

const diagrams = { diagrams: [chainOfUserTasks(20)] };

/** Copies of an ended and an open case, made in the database: the rows are what the runtime wrote, under other ids. */
async function fill(world) {
  let instance = await world.start('maaling');
  const opened = instance.id;
  instance = await world.start('maaling');
  while (instance.state === 'active') instance = await world.complete(instance);
  await copies(world, opened, open);
  await copies(world, instance.id, ended);
  await world.ask('vacuum analyze');
  await world.ask('checkpoint');
}

const step = 50_000;

async function copies(world, id, count) {
  for (let from = 0; from < count; from += step) {
    const numbers = `generate_series(${from}, ${Math.min(from + step, count) - 1}) as n`;
    // Ids of the same length, spread over time as real ones are.
    const other = (column) => `overlay(${column} placing lpad(to_hex(n), 8, '0') from 1 for 8)`;
    await copyRows(world, { table: 'process_instance', numbers, id, other: { id: other('r.id') }, key: 'id' });
    await copyRows(world, {
      table: 'journal',
      numbers,
      id,
      other: { instance: other('r.instance') },
      key: 'instance',
      first: 2,
    });
    const task = { id: other('r.id'), instance: other('r.instance') };
    await copyRows(world, { table: 'user_task', numbers, id, other: task, key: 'instance', first: 2 });
    const effect = { id: `nextval('outbox_id_seq')`, instance: other('r.instance'), done_at: 'now()' };
    await copyRows(world, { table: 'outbox', numbers, id, other: effect, key: 'instance', first: 1 });
  }
}

/** Of a case's rows in one table the first few: twenty tasks for each of a million cases would measure the disk. */
async function copyRows(world, { table, numbers, id, other, key, first = 1 }) {
  const columns = await world.ask(
    `select column_name as name from information_schema.columns where table_name = $1 and table_schema = 'public' order by ordinal_position`,
    [table],
  );
  const values = columns.map(({ name: column }) => other[column] ?? `r."${column}"`);
  await world.ask(
    `insert into ${table} select ${values.join(', ')}
     from (select * from ${table} where ${key} = $1 limit ${first}) as r, ${numbers} on conflict do nothing`,
    [id],
  );
}
