import pg from 'pg';
import type { ProcessInstance } from '../../src/engine/index.js';
import { PostgresChangeFeed } from '../../src/store/postgres-change-feed.js';
import { createPool } from '../../src/store/pool.js';
import { createPrismaReads } from '../../src/store/prisma-for.js';
import { PrismaCaseReader } from '../../src/store/queries/prisma-case-reader.js';
import { queryInTenant } from '../../src/store/query-in-tenant.js';
import { accepted, claim, complete, newCase, ring, start } from '../support/contract-commands.js';
import { createPostgresWorld, monday, orkland, trondheim } from '../support/store-world.js';
import type { PostgresWorld } from '../support/store-world.js';

let world: PostgresWorld;
beforeAll(async () => {
  world = await createPostgresWorld();
}, 180_000);
afterAll(() => world.stop());

const started = async (...options: Parameters<typeof start> extends [unknown, ...infer Rest] ? Rest : never) =>
  accepted((await world.store.change(trondheim, [start(newCase(), ...options)]))[0]).instance;
const changed = async (...requests: Parameters<PostgresWorld['store']['change']>[1]): Promise<ProcessInstance> =>
  accepted((await world.store.change(trondheim, requests))[0]).instance;
const rows = (text: string, instance: ProcessInstance) =>
  queryInTenant(world.pool, trondheim, { text, values: [instance.id] });
const untouched = async (): Promise<readonly unknown[]> =>
  (
    await queryInTenant<{ id: string }>(world.pool, trondheim, { text: 'select id from case_untouched', values: [] })
  ).map(({ id }) => id);

describe('the read models', () => {
  it('tell who has which task, by when, and how it ended', async () => {
    const sql =
      'select state, revision, assignee, due_at, completed_at, completed_by, result from user_task where instance = $1';
    const instance = await started();
    const created = await rows(sql, instance);
    await changed(claim(instance));
    await changed(complete(instance, { svar: 'ja' }));

    const task = {
      state: 'created',
      revision: 1,
      due_at: '2026-12-07T23:00:00.000Z',
      assignee: null,
      completed_at: null,
    };
    expect(created).toEqual([{ ...task, completed_by: null, result: null }]);
    const ended = { state: 'completed', revision: 3, assignee: 'kari', completed_at: monday, completed_by: 'kari' };
    expect(await rows(sql, instance)).toEqual([{ ...task, ...ended, result: { svar: 'ja' } }]);
  });

  it('cancel the reminders of a task that is done and set the next wait', async () => {
    const instance = await started();
    await changed(claim(instance));
    await changed(complete(instance));

    const sql = `select purpose, to_whom, due_at, cancelled_at is not null as cancelled from timer where instance = $1 order by due_at`;
    expect(await rows(sql, instance)).toEqual([
      { purpose: 'event', to_whom: null, due_at: '2026-11-24T09:00:00.000Z', cancelled: false },
      { purpose: 'reminder', to_whom: 'assignee', due_at: '2026-11-30T07:00:00.000Z', cancelled: true },
      { purpose: 'breach', to_whom: 'hvk-leder', due_at: '2026-12-07T23:00:00.000Z', cancelled: true },
    ]);
  });

  it('know the stage of the applicant’s journey, since when, and who may read the case', async () => {
    const instance = await started();

    const sql = `select title, subject, family, process_name, stage, stage_since, readers, state from process_instance where id = $1`;
    expect(await rows(sql, instance)).toEqual([
      {
        title: 'Henvendelse fra siv',
        subject: 'siv',
        family: 'applicant',
        process_name: 'Henvendelse',
        stage: 4,
        stage_since: monday,
        readers: ['hvk', 'bst'],
        state: 'active',
      },
    ]);
  });

  it('say who waits for a message, by its key and in its municipality only', async () => {
    const waitingFor = (tenant: typeof trondheim, correlationKey?: string) =>
      world.messages.waitingFor(
        tenant,
        { name: 'levert', ...(correlationKey === undefined ? {} : { correlationKey }) },
        { except: [], limit: 10 },
      );
    const instance = await started({ key: 'bestilling', variables: { nummer: '17' } });
    const [id] = instance.subscriptions.keys();

    const place = { processKey: 'bestilling', node: 'vent-paa-levering', message: 'levert', correlationKey: '17' };
    expect(await waitingFor(trondheim, '17')).toEqual([
      { id, processInstanceId: instance.id, ...place, since: monday },
    ]);
    expect(await waitingFor(trondheim)).toEqual([]);
    expect(await waitingFor(orkland, '17')).toEqual([]);
  });
});

describe('the view of untouched cases', () => {
  it('is empty while somebody has a task with a due date, a timer runs or an effect waits', async () => {
    const before = await untouched();
    const instance = await started();
    await world.store.change(trondheim, [claim(instance)]);
    await changed(complete(instance));
    await world.clock.moveTo(trondheim, '2026-11-24T09:00:00.000Z');
    const timers = await world.outbox.dueTimers(trondheim, 99);
    const due = timers.find(({ processInstanceId }) => processInstanceId === instance.id);
    if (due !== undefined) await changed(ring(due.processInstanceId, due.id));

    expect((await untouched()).filter((id) => !before.includes(id))).toEqual([]);
  });

  it('shows a case whose letter was given up: nobody is told that it never went', async () => {
    const instance = await started();
    await changed(claim(instance));
    await changed(complete(instance));
    await world.clock.moveTo(trondheim, '2026-12-01T09:00:00.000Z');
    const timers = await world.outbox.dueTimers(trondheim, 99);
    const due = timers.find(({ processInstanceId }) => processInstanceId === instance.id);
    if (due !== undefined) await changed(ring(due.processInstanceId, due.id));
    await rows('update outbox set failed_at = boligflyt_now() where instance = $1', instance);

    expect(await untouched()).toContain(instance.id);
  });
});

/** Writes down what the feed tells in Trondheim; answers how to wait until it has told of a case. */
function hears(feed: PostgresChangeFeed, heard: string[]): (id: string) => Promise<void> {
  let ring = (): void => undefined;
  feed.subscribe(trondheim, (id) => (heard.push(id), ring()));
  return async (id) => {
    while (!heard.includes(id)) await new Promise<void>((resolve) => (ring = resolve));
  };
}

describe('the change feed', () => {
  it('tells what commits, to those who listen in that municipality, until they stop', async () => {
    const feed = new PostgresChangeFeed(world.pool);
    await feed.start();
    const [heard, heardInOrkland]: [string[], string[]] = [[], []];
    const isTold = hears(feed, heard);
    const stop = feed.subscribe(orkland, (id) => heardInOrkland.push(id));

    const instance = await started();
    await isTold(instance.id);
    stop();
    feed.stop();

    expect(heard.filter((id) => id === instance.id)).toHaveLength(1);
    expect(heardInOrkland).toEqual([]);
  });

  it('goes on after its connection was ended', async () => {
    const feed = new PostgresChangeFeed(world.pool);
    await feed.start();
    const heard: string[] = [];
    const isTold = hears(feed, heard);
    const listening = `datname = current_database() and query = 'listen boligflyt_changes'`;
    const owner = new pg.Client(world.url);
    await owner.connect();
    await owner.query(`select pg_terminate_backend(pid, 5000) from pg_stat_activity where ${listening}`);
    const isDeaf = async () => (await owner.query(`select from pg_stat_activity where ${listening}`)).rowCount === 0;
    while (await isDeaf());
    await owner.end();
    const instance = await started();
    await isTold(instance.id);
    feed.stop();

    expect(heard).toContain(instance.id);
  });
});

describe('Prisma', () => {
  it('reads in the name of one municipality and writes nothing', async () => {
    const reads = createPrismaReads(world.pool);
    await started();

    expect(await reads.read(trondheim, (prisma) => prisma.processInstance.count())).toBeGreaterThan(0);
    expect(await reads.read(orkland, (prisma) => prisma.processInstance.count())).toBe(0);
    const write = reads.read(trondheim, (prisma) => prisma.userTask.updateMany({ data: { assignee: 'spion' } }));
    await expect(write).rejects.toThrow(/read-only/);
  });
});

describe('a list of snapshots', () => {
  it('is one statement for 20 cases that are asked for together, and one more for who asks later', async () => {
    const lookups = createPool(world.url, { pipeline: true, max: 2 });
    let statements = 0;
    lookups.on('acquire', () => (statements += 1));
    const cases = new PrismaCaseReader(createPrismaReads(world.pool), lookups);
    const ids: ProcessInstance['id'][] = [];
    for (let place = 0; place < 20; place += 1) ids.push((await started()).id);

    const found = await Promise.all(ids.map((id) => cases.snapshot(trondheim, id)));
    expect(statements).toBe(1);
    expect(found.map((one) => one?.id)).toEqual(ids);
    expect(found[7]).toEqual(await world.snapshot(trondheim, ids[7] ?? ids[0] ?? newCase()));

    expect(await cases.snapshot(orkland, ids[0] ?? newCase())).toBeUndefined();
    expect(statements).toBe(2);
    await lookups.end();
  });
});
