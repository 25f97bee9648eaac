// The limit: the very rows of completed tasks, 64 in a transaction, two transactions in flight, written by hand-made SQL without an
// engine, and the share of it that the runtime reaches in the same run.
import pg from 'pg';
import { rowsByColumn, valuesByColumn } from '../../../dist/store/rows-by-column.js';
import { chainOfUserTasks } from '../../models.mjs';
import { median } from '../clients.mjs';
import { sized } from '../sizes.mjs';
import { openWorld, tenant } from '../world.mjs';
import { taskSpeeds } from './tasks.mjs';

const batch = 64;
const batches = sized(100, 10);
const rounds = sized(5);

export const name = 'batch-sql';

export async function measure(server) {
  const diagrams = [chainOfUserTasks(20)];
  const world = await openWorld(server, { diagrams });
  const [ours, byHand] = [[], []];
  await taskSpeeds(world, { count: sized(2_000, 256), of: 1 });
  const rows = await oneOfEach(world);
  const tables = await columnsOfTables(world);
  // In turns, so that both meet the same neighbours.
  for (let round = 0; round < rounds; round += 1) {
    ours.push(...(await taskSpeeds(world, { count: batch * batches, of: 1 })));
    byHand.push(await speedByHand(world.url, { rows, tables }, round));
  }
  await world.close();
  const limit = median(byHand);
  return [
    {
      name: 'share of the limit of hand-made batch SQL',
      value: median(ours) / limit,
      unit: '×',
      atLeast: 0.3,
      peer: 'the same rows by hand, /s',
      peerValue: Math.round(limit),
    },
  ];
}

/** One row of each table, as a completed task writes it. */
async function oneOfEach(world) {
  const [row] = await world.ask(`
    select (select row_to_json(c) from process_instance c where state = 'active' limit 1) as instance,
      (select row_to_json(j) from journal j where seq > 20 limit 1) as journal,
      (select row_to_json(t) from user_task t where state = 'completed' limit 1) as task,
      (select row_to_json(o) from outbox o limit 1) as effect`);
  return row;
}

/** The columns of each table, as a row is given: the way that costs the server least. */
async function columnsOfTables(world) {
  const found = await world.ask(`
    select table_name as "table", json_object_agg(column_name, case data_type when 'ARRAY' then 'text[]' else data_type end
      order by ordinal_position) as columns
    from information_schema.columns where table_name in ('process_instance', 'user_task', 'journal', 'outbox') group by 1`);
  return Object.fromEntries(found.map(({ table, columns }) => [table, columns]));
}

async function speedByHand(url, given, round) {
  const clients = await Promise.all([0, 1].map((writer) => writerOf(url, given, `${round}-${writer}`)));
  const from = performance.now();
  await Promise.all(
    clients.map(async ({ write }) => {
      for (let index = 0; index < batches / 2; index += 1) await write(index);
    }),
  );
  const seconds = (performance.now() - from) / 1000;
  await Promise.all(clients.map(({ end }) => end()));
  return (batch * batches) / seconds;
}

async function writerOf(url, { rows, tables }, run) {
  const client = new pg.Client({ connectionString: url, pipeline: true });
  await client.connect();
  const ids = Array.from({ length: batch }, (_, place) => `byhand-0000-0000-0000-${run}-${place}`);
  const many = (row, change) => ids.map((id, place) => ({ ...row, ...change(id, place) }));
  const insert = (table, given) => ({
    name: `insert ${table}`,
    text: `insert into ${table} select * from ${rowsByColumn(tables[table], 1)} as r`,
    values: valuesByColumn(tables[table], given),
  });
  await client.query(
    insert(
      'process_instance',
      many(rows.instance, (id) => ({ id })),
    ),
  );
  await client.query(
    insert(
      'user_task',
      many(rows.task, (id) => ({ id: `${id}-0`, instance: id, state: 'assigned' })),
    ),
  );
  let effect = 1_000_000_000 + Math.floor(Math.random() * 1e9) * 1_000;
  return {
    end: () => client.end(),
    // All of a transaction is sent in one breath: nothing in it is decided by an answer.
    write: async (step) => {
      const values = [tenant, ids];
      const lock =
        'select id, snapshot from process_instance where tenant = $1 and id = any($2) order by id for update';
      const update = `update process_instance set revision = revision + 8, snapshot = $3 where tenant = $1 and id = any($2)`;
      const done = `update user_task set state = 'completed', completed_at = now(), completed_by = 'kari', result = '{"svar": "ja"}'
        where tenant = $1 and id = any($2)`;
      const created = (id) => ({ id: `${id}-${step + 1}`, instance: id, state: 'assigned' });
      const journaled = (instance) => ({ instance, seq: 1_000 + step * 8 });
      const asked = (instance) => ({ instance, effect_key: `opened-${step}`, id: (effect += 1) });
      await Promise.all(
        [
          'begin',
          { name: 'lock', text: lock, values },
          { name: 'update', text: update, values: [...values, JSON.stringify(rows.instance.snapshot)] },
          { name: 'done', text: done, values: [tenant, ids.map((id) => `${id}-${step}`)] },
          insert('user_task', many(rows.task, created)),
          insert('journal', many(rows.journal, journaled)),
          insert('outbox', many(rows.effect, asked)),
          'commit',
        ].map((statement) => client.query(statement)),
      );
    },
  };
}
