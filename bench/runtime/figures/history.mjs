// What a step costs when a million cases have ended and a hundred thousand are open, times what it costs in an empty database.
import { chainOfUserTasks } from '../../models.mjs';
import { median, quantile } from '../clients.mjs';
import { sized } from '../sizes.mjs';
import { openWebClient } from '../web-client.mjs';
import { openWorld, tenant } from '../world.mjs';
import { taskSpeeds } from './tasks.mjs';

const ended = sized(1_000_000);
const open = sized(100_000);
// So many open tasks has each person, and so many cases wait for a home.
const tasksOfOne = 50;
const people = Math.max(20, Math.floor(open / tasksOfOne));
const waitingEntries = sized(2_000, 50);
const pieces = sized(4_000, 256);
const rounds = sized(5);

export const name = 'history';

export async function measure(server) {
  const [empty, full] = [await openWorld(server, diagrams), await openWorld(server, diagrams)];
  await fill(full);
  const [emptySpeeds, fullSpeeds] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    // In turns, so that both meet the same neighbours.
    emptySpeeds.push(...(await taskSpeeds(empty, { count: pieces, of: 1 })));
    fullSpeeds.push(...(await taskSpeeds(full, { count: pieces, of: 1 })));
  }
  await empty.close();
  const [inbox, waiting] = [await inboxTimes(full), await waitingListTimes(full)];
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
    { name: `inbox of one person at that size, over HTTP, p95`, value: quantile(inbox, 0.95), unit: 'ms', atMost: 50 },
    // Nothing gives a page of it yet: this is the whole list, which the weekly round reads.
    {
      name: `waiting list of ${waitingEntries.toLocaleString('en')} at that size, all of it, p95`,
      value: quantile(waiting, 0.95),
      unit: 'ms',
      atMost: 100,
    },
  ];
}

const diagrams = { diagrams: [chainOfUserTasks(20)] };

const looks = 200;
const readers = Array.from({ length: 20 }, (_, place) => ({ id: `person-${place}`, groups: ['hvk'] }));

async function inboxTimes(world) {
  const client = await openWebClient(world, readers);
  const times = [];
  for (let look = 0; look < looks; look += 1) {
    const from = performance.now();
    const { items } = await client.get(readers[look % readers.length].id, 'user-tasks?filter=mine');
    times.push(performance.now() - from);
    if (items.length === 0) throw new Error('Expected an inbox with tasks in it, but it was empty');
  }
  await client.stop();
  // The first looks of a process that has just begun tell of its beginning.
  return times.slice(readers.length);
}

async function waitingListTimes(world) {
  await world.ask(
    `insert into waiting_list_entry (tenant, instance, title, entered_at, need)
     select tenant, id, 'Måling', started_at, '{"rom": 2}' from process_instance where state = 'active' limit $1`,
    [waitingEntries],
  );
  const times = [];
  for (let look = 0; look < looks; look += 1) {
    const from = performance.now();
    await world.store.waitingList.active(tenant);
    times.push(performance.now() - from);
  }
  return times;
}

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
    // What the case says of itself must say the same.
    const person = `'person-' || (n % ${people})`;
    const snapshot = `replace(replace(r.snapshot::text, '${id.slice(0, 8)}', lpad(to_hex(n), 8, '0')), '"kari"', '"' || ${person} || '"')::json`;
    const own = { id: other('r.id'), snapshot };
    await copyRows(world, { table: 'process_instance', numbers, id, other: own, key: 'id' });
    await copyRows(world, {
      table: 'journal',
      numbers,
      id,
      other: { instance: other('r.instance') },
      key: 'instance',
      first: 2,
    });
    const task = { id: other('r.id'), instance: other('r.instance'), assignee: person };
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
