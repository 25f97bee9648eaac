import type { ProcessInstance } from '../../src/engine/index.js';
import { createCanary } from '../../src/jobs/canary.js';
import { createClockCheck } from '../../src/jobs/clock-check.js';
import type { Wake } from '../../src/jobs/wake-queue.js';
import { CommandHandler } from '../../src/runtime/command-handler.js';
import { readinessOf } from '../../src/runtime/readiness.js';
import { watchFigures } from '../../src/runtime/watch-figures.js';
import type { ClockCheck } from '../../src/runtime/watch-ports.js';
import { Watch } from '../../src/runtime/watch.js';
import { withTenant } from '../../src/store/with-tenant.js';
import { PostgresCanaryBook } from '../../src/store/watch/postgres-canary-book.js';
import { PostgresServerClock } from '../../src/store/watch/postgres-server-clock.js';
import { PostgresLookout } from '../../src/store/watch/postgres-lookout.js';
import { accepted, claim, complete, newCase, ring, start } from '../support/contract-commands.js';
import { createPostgresWorld, orkland, trondheim, type PostgresWorld } from '../support/store-world.js';

let world: PostgresWorld;
let lookout: PostgresLookout;
let canaries: PostgresCanaryBook;
beforeEach(async () => {
  world = await createPostgresWorld();
  lookout = new PostgresLookout(world.pool);
  canaries = new PostgresCanaryBook(world.pool);
}, 180_000);
afterEach(() => world.stop());

const started = async (options: Parameters<typeof start>[1] = {}): Promise<ProcessInstance> =>
  accepted((await world.store.change(trondheim, [start(newCase(), options)]))[0]).instance;
const changed = async (...requests: Parameters<PostgresWorld['store']['change']>[1]): Promise<ProcessInstance> =>
  accepted((await world.store.change(trondheim, requests))[0]).instance;

/** A case whose letter was given up: it waits for an answer that will never come. */
async function withLetterGivenUp(): Promise<ProcessInstance> {
  const instance = await started();
  await changed(claim(instance));
  await changed(complete(instance));
  await world.clock.moveTo(trondheim, '2026-11-24T09:00:00.000Z');
  const [due] = await world.outbox.dueTimers(trondheim, 1);
  if (due !== undefined) await changed(ring(instance.id, due.id));
  await withTenant(world.pool, trondheim, (transaction) =>
    transaction.query('update outbox set failed_at = boligflyt_now() where done_at is null'),
  );
  return instance;
}

describe('the watch', () => {
  it('makes an incident of a case that waits for an answer nobody will give, once', async () => {
    const { id: processInstanceId } = await withLetterGivenUp();
    const watch = new Watch(lookout, new CommandHandler(world.store));

    const before = await lookout.untouched(trondheim, 10);
    await Promise.all([watch.look(trondheim), watch.look(trondheim)]);

    expect(before).toEqual([{ processInstanceId, revision: expect.any(Number) }]);
    expect(await lookout.untouched(trondheim, 10)).toEqual([]);
    const incidents = [...((await world.snapshot(trondheim, processInstanceId))?.incidents.values() ?? [])];
    expect(incidents).toMatchObject([{ code: 'UNTOUCHED', node: 'henvendelse' }]);
  });

  it('leaves a case alone that has gone on since it was seen, or whose next step somebody owns', async () => {
    const [stopped, owned] = [await withLetterGivenUp(), await started()];
    const found = await lookout.untouched(trondheim, 10);
    const seenEarlier = [
      ...found.map((one) => ({ ...one, revision: one.revision - 1 })),
      { processInstanceId: owned.id, revision: owned.revision },
    ];

    await new Watch({ untouched: async () => seenEarlier }, new CommandHandler(world.store)).look(trondheim);

    for (const { id } of [stopped, owned]) expect((await world.snapshot(trondheim, id))?.incidents.size).toBe(0);
  });

  it('has nothing to do where a case begins to wait for a message alone: that is an incident in the same step', async () => {
    const waiting = await started({ key: 'bestilling', variables: { nummer: '17' } });

    expect([...waiting.incidents.values()]).toMatchObject([{ code: 'UNTOUCHED' }]);
    expect(await lookout.untouched(trondheim, 10)).toEqual([]);
  });

  it('finds an owner by a date for a task without a date of its own: it is due two weeks later', async () => {
    const request = start(newCase(), { key: 'ukerunde' });
    const command = { ...request.command, startEvent: 'hver-tirsdag' };
    const { userTasks, incidents } = await changed({ ...request, command });

    expect([...userTasks.values()]).toMatchObject([{ node: 'gaa-gjennom', dueAt: '2026-12-07T09:00:00.000Z' }]);
    expect(incidents.size).toBe(0);
  });

  it('leaves a caller alone while what the case that it called has to tell it is on its way, and no longer', async () => {
    const caller = await withLetterGivenUp();
    const called = await started();
    const say = (text: string) =>
      withTenant(world.pool, trondheim, (transaction) => transaction.query(text, [called.id, caller.id]));
    await say(`update process_instance set parent_id = $2, state = 'completed' where id = $1`);

    const onItsWay = await lookout.untouched(trondheim, 10);
    await say(`update outbox set done_at = boligflyt_now() where instance = $1 and $2 <> ''`);

    expect(onItsWay).toEqual([]);
    expect(await lookout.untouched(trondheim, 10)).toMatchObject([{ processInstanceId: caller.id }]);
  });

  it('looks in one municipality at a time', async () => {
    await withLetterGivenUp();

    expect(await lookout.untouched(orkland, 10)).toEqual([]);
  });
});

describe('the count of overdue timers', () => {
  it('says how late they are: two hours after the day was over', async () => {
    const instance = await started();
    await world.store.change(trondheim, [claim(instance)]);
    await world.store.change(trondheim, [complete(instance)]);
    await world.clock.moveTo(trondheim, '2026-11-24T11:00:00.000Z');

    const late = await lookout.overdue(trondheim);
    const [due] = await world.outbox.dueTimers(trondheim, 1);
    if (due !== undefined) await world.store.change(trondheim, [ring(instance.id, due.id)]);
    const nothing = { upTo1Minute: 0, upTo5Minutes: 0, upTo1Hour: 0, upTo1Day: 0, moreThan1Day: 0, latestSeconds: 0 };

    expect(late).toEqual({ ...nothing, upTo1Day: 1, latestSeconds: 7_200 });
    expect(await lookout.overdue(trondheim)).toEqual(nothing);
  });
});

describe('a canary', () => {
  const lateBy = (seconds: number) =>
    withTenant(world.pool, trondheim, (transaction) =>
      transaction.query(`update canary set due_at = clock_timestamp() - $1 * interval '1 second'`, [seconds]),
    );
  const clockCheck: ClockCheck = { secondsOff: async () => 0, isTrusted: async () => true };
  const parts = () => ({ canaries, clockCheck, tenants: async () => [trondheim, orkland] });
  const readiness = (worksHere = true, queueAnswers = async () => true) =>
    readinessOf({ ...parts(), worksHere, queueAnswers });

  it('rings once a minute, whichever of 20 rings it', async () => {
    const rung = await Promise.all(Array.from({ length: 20 }, () => canaries.ring(trondheim, 'sweep')));

    expect(rung.filter(Boolean)).toHaveLength(1);
    expect(await canaries.count(trondheim)).toEqual({ hint: 0, sweep: 1 });
    expect(await canaries.lateSeconds(trondheim)).toBe(0);
  });

  it('that has rung leaves the hint of its next ring a minute later; one that had rung leaves none', async () => {
    const hints: unknown[] = [];
    const queue = { add: async (wake: Wake, delayMs: number) => void hints.push([wake, delayMs]) };
    const ringCanary = createCanary(queue, canaries);

    await ringCanary(trondheim, 'sweep');
    await ringCanary(trondheim, 'hint');

    expect(hints).toEqual([[{ kind: 'canary', tenant: trondheim }, 60_000]]);
  });

  it('tells how far this machine’s clock is from the database’s, which no demo moves', async () => {
    await canaries.ring(trondheim, 'hint');
    const server = new PostgresServerClock(world.pool);
    const anHourAhead = createClockCheck(server, () => Date.now() + 3_600_000);
    const ready = { ...parts(), worksHere: true, queueAnswers: async () => true };

    const right = await readinessOf({ ...ready, clockCheck: createClockCheck(server) });
    const wrong = await readinessOf({ ...ready, clockCheck: anHourAhead });

    expect([right.isReady, wrong.isReady]).toEqual([true, false]);
    expect(wrong.checks).toContainEqual({
      name: 'clock',
      isOk: false,
      detail: `this machine's is 3600 s off the database's`,
    });
  });

  it('that is four minutes late says that nobody is at work, until it rings', async () => {
    await canaries.ring(trondheim, 'hint');
    const inTime = await readiness();
    await lateBy(240);
    const late = await readiness();
    const ofWebOnly = await readiness(false);
    await canaries.ring(trondheim, 'hint');

    expect([inTime.isReady, late.isReady, ofWebOnly.isReady, (await readiness()).isReady]).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(late.checks).toContainEqual({ name: 'timers', isOk: false, detail: 'the canary is 240 s late' });
  });

  it('that rings in time makes a process ready though the queue is away, and that is told', async () => {
    await canaries.ring(trondheim, 'sweep');

    const { isReady, checks } = await readiness(true, async () => false);

    expect(isReady).toBe(true);
    expect(checks).toContainEqual({
      name: 'queue',
      isOk: false,
      detail: 'does not answer: the sweep does its work',
    });
  });

  it('is counted among the figures for whoever watches the service', async () => {
    await canaries.ring(trondheim, 'hint');
    await withLetterGivenUp();

    const lines = (await watchFigures({ lookout, canaries, tenants: async () => [trondheim] })).split('\n');

    expect(lines).toEqual(
      expect.arrayContaining([
        'boligflyt_overdue_timers{tenant="trondheim",late="+Inf"} 0',
        'boligflyt_untouched_cases{tenant="trondheim"} 1',
        'boligflyt_canary_rings_total{tenant="trondheim",way="hint"} 1',
      ]),
    );
  });
});
