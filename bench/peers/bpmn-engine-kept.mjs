// bpmn-engine keeps nothing by itself. Here its state is saved to PostgreSQL after each user task, as its documentation says to do,
// by so many processes at once; a task counts when its state is on the disk.
import { EventEmitter, once } from 'node:events';
import { Engine } from 'bpmn-engine';
import pg from 'pg';
import { chainOfUserTasks } from '../models.mjs';

const tasks = 20;
const source = chainOfUserTasks(tasks);
const [url] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 10 });
await pool.query('create table if not exists kept (id text primary key, state json not null)');
const save = `insert into kept values ($1, $2) on conflict (id) do update set state = excluded.state`;
let cases = 0;

async function completeAll() {
  const id = `sak-${(cases += 1)}`;
  const engine = new Engine({ name: id, source });
  const listener = new EventEmitter();
  const failed = once(engine, 'error').then(([failure]) => Promise.reject(failure));
  const ended = engine.waitFor('end');
  listener.on('wait', async (task) => {
    const state = JSON.stringify(await engine.getState());
    await pool.query(save, [id, state]);
    task.signal({ svar: 'ja' });
  });
  await engine.execute({ listener });
  await Promise.race([ended, failed]);
  await pool.query(save, [id, JSON.stringify(await engine.getState())]);
}

async function userTasks(clients) {
  const from = performance.now();
  await Promise.all(Array.from({ length: clients }, completeAll));
  return (clients * tasks * 1000) / (performance.now() - from);
}

process.on('message', async ({ count }) => process.send({ value: await userTasks(count) }));
process.on('disconnect', () => process.exit(0));
process.send({ value: 'ready' });
