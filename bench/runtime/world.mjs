// What is measured: the runtime on a PostgreSQL of its own, as `npm start` puts it together, with `fsync` on.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../dist/app/embedded-postgres/embedded-postgres.js';
import { operationsOf } from '../../dist/app/composition/operations-of.js';
import { readBpmn } from '../../dist/engine/index.js';
import { createProcessInstanceId } from '../../dist/runtime/process-instance-id.js';
import { beSystemOutsideRequests } from '../../dist/runtime/reading-as.js';
import { createRuntime } from '../../dist/runtime/runtime.js';
import { migrate } from '../../dist/store/migrate.js';
import { openStore } from '../../dist/store/open-store.js';

export const tenant = 'malekommune';
export const kari = { id: 'kari', groups: ['hvk'] };

/** A server that lives as long as the measurement. */
export async function startServer() {
  const folder = mkdtempSync(join(tmpdir(), 'boligflyt-bench-'));
  const server = await startEmbeddedPostgres(folder);
  const [{ version }] = await askOnce(server.url, `select current_setting('server_version') as version`);
  return {
    url: server.url,
    version,
    stop: async () => {
      await server.stop();
      rmSync(realpathSync(join(folder, 'postgres')), { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

let databases = 0;

/**
 * An empty, migrated database with these diagrams deployed, and the runtime on it. `worksHere` as in `npm start`: the same process
 * carries out jobs and notices; without it they wait in the outbox.
 */
export async function openWorld(
  server,
  { diagrams, worksHere = false, jobs = [], notify = async () => undefined, alarmsOf },
) {
  const url = await createDatabase(server);
  beSystemOutsideRequests();
  const store = await openStore({ url, clock: 'demo', deadlineRegister: [] });
  await store.tenants.enter(tenant, 'Måling kommune');
  const processes = (await Promise.all(diagrams.map(read))).flat();
  await store.definitions.deploy(tenant, { by: kari.id, processes, forms: [] });
  const failures = [];
  const runtime = createRuntime({
    ...store,
    alarms: alarmsOf?.(url, store) ?? { effectsWaiting: async () => undefined, timerSet: async () => undefined },
    notifier: { notify },
    batches: operationsOf(store, []),
    worksHere,
    onFailure: (failure) => failures.push(failure),
  });
  jobs.forEach((job) => runtime.jobs.register(job));
  const owner = new pg.Client(url);
  // A figure that fails ends the server under it; what failed is told by itself.
  owner.on('error', () => undefined);
  await owner.connect();
  return {
    url,
    store,
    runtime,
    failures,
    ask: async (sql, values = []) => (await owner.query(sql, values)).rows,
    start: (key, variables = {}) => begin(runtime.handler, key, variables),
    complete: (instance) => completeFirst(runtime.handler, instance),
    close: async () => {
      await runtime.dueWork.stop();
      await store.close();
      await owner.end();
    },
  };
}

/** An empty database for a peer. */
export async function openEmptyDatabase(server, name) {
  await askOnce(server.url, `create database ${name}`);
  return databaseUrl(server.url, name);
}

const databaseUrl = (url, name) => url.replace(/[^/]+$/, name);

// Migrated once; every figure gets a copy.
async function createDatabase({ url }) {
  if (databases === 0) {
    await askOnce(url, 'create database maling_0');
    await migrate(databaseUrl(url, 'maling_0'));
  }
  const name = `maling_${(databases += 1)}`;
  await askOnce(url, `create database ${name} template maling_0`);
  // A copy has everything of its model but this.
  await askOnce(url, `grant create on database ${name} to boligflyt_queue`);
  return databaseUrl(url, name);
}

async function askOnce(url, sql) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function read(xml) {
  const reading = await readBpmn(xml);
  if (!reading.ok) throw new Error(JSON.stringify(reading.diagnostics.slice(0, 3)));
  return reading.definitions.map((definition) => ({ definition, xml }));
}

const done = (outcome) => {
  if (outcome.ok) return outcome.instance;
  throw new Error(`Expected the command to be accepted, but ${JSON.stringify(outcome.rejection)}`);
};

async function begin(handler, key, variables) {
  const processInstanceId = createProcessInstanceId(new Date().toISOString());
  const command = { type: 'StartProcessInstance', processInstanceId, variables, actor: kari };
  return done(await handler.handle({ tenant, processInstanceId, definition: { key }, command }));
}

async function completeFirst(handler, { id: processInstanceId, userTasks }) {
  const [{ id: userTaskId }] = userTasks.values();
  const command = { type: 'CompleteUserTask', userTaskId, variables: { svar: 'ja' }, actor: kari };
  return done(await handler.handle({ tenant, processInstanceId, command }));
}
