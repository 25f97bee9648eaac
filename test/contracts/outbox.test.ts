import type { ProcessInstance } from '../../src/engine/index.js';
import { idOf } from '../../src/shared/id.js';
import { accepted, claim, complete, newCase, ring, start } from '../support/contract-commands.js';
import { dagsrunde, processesIn, ukerunde } from '../support/contract-processes.js';
import { implementations, orkland, trondheim } from '../support/store-world.js';
import type { StoreWorld } from '../support/store-world.js';

describe.each(implementations)('the outbox on %s', (_name, createWorld) => {
  let world: StoreWorld;
  beforeEach(async () => {
    world = await createWorld();
  }, 180_000);
  afterEach(() => world.stop());

  const started = async (): Promise<ProcessInstance> =>
    accepted((await world.store.change(trondheim, [start(newCase())]))[0]).instance;
  const startedAndDone = async (): Promise<ProcessInstance> => {
    const instance = await started();
    await world.store.change(trondheim, [claim(instance)]);
    return accepted((await world.store.change(trondheim, [complete(instance)]))[0]).instance;
  };

  /** A case whose letter is the only effect that waits. */
  const withLetterDue = async (): Promise<void> => {
    const { id } = await startedAndDone();
    await world.clock.moveTo(trondheim, '2026-11-25T09:00:00.000Z');
    const [timer] = await world.outbox.dueTimers(trondheim, 1);
    for (const claimed of await world.outbox.claimEffects(trondheim, 10)) await world.outbox.markDone(claimed);
    if (timer !== undefined) await world.store.change(trondheim, [ring(id, timer.id)]);
  };

  it('holds what a case asks of the outside, and no hints about timers', async () => {
    const instance = await started();

    const claimed = await world.outbox.claimEffects(trondheim, 10);

    expect(claimed).toMatchObject([
      {
        tenant: trondheim,
        processInstanceId: instance.id,
        attempt: 1,
        effect: { type: 'Notify', kind: 'task-available' },
      },
    ]);
  });

  it('gives each of 40 effects to one of four workers only, the oldest first', async () => {
    const ids = Array.from({ length: 40 }, newCase);
    await world.store.change(
      trondheim,
      ids.map((id) => start(id)),
    );

    const claimed = await Promise.all([1, 2, 3, 4].map(() => world.outbox.claimEffects(trondheim, 10)));

    expect(claimed.map(({ length }) => length)).toEqual([10, 10, 10, 10]);
    expect(
      claimed
        .flat()
        .map(({ processInstanceId }) => processInstanceId)
        .sort(),
    ).toEqual([...ids].sort());
    expect(await world.outbox.claimEffects(trondheim, 10)).toEqual([]);
  });

  it('gives a job whose lease has run out to the next worker, and counts the attempt that never ended', async () => {
    await withLetterDue();
    const impatient = world.outboxWith({ leaseSeconds: 0, restSeconds: () => 0 });

    const attempts = [];
    for (let round = 0; round < 8; round += 1) attempts.push(...(await impatient.claimEffects(trondheim, 1)));

    expect(attempts.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('gives effects whose last 2 attempts never came back one at a time and in turn, after all others, until one of them says how it went', async () => {
    const [one, other] = [newCase(), newCase()];
    await world.store.change(trondheim, [start(one), start(other)]);
    const impatient = world.outboxWith({ leaseSeconds: 0, restSeconds: () => 0 });
    const claimed = async () =>
      (await impatient.claimEffects(trondheim, 10)).map(({ processInstanceId }) => processInstanceId);

    expect([(await claimed()).length, (await claimed()).length]).toEqual([2, 2]);
    const late = newCase();
    await world.store.change(trondheim, [start(late)]);
    expect(await claimed()).toEqual([late]);
    expect(await claimed()).toEqual([late]);
    const [suspect, ...more] = await impatient.claimEffects(trondheim, 10);
    expect(suspect).toMatchObject({ processInstanceId: one, attempt: 3 });
    expect(more).toEqual([]);
    expect([await claimed(), await claimed(), await claimed()]).toEqual([[other], [late], [one]]);

    const [next] = await impatient.claimEffects(trondheim, 10);
    expect(next?.processInstanceId).toBe(other);
    if (next !== undefined) await impatient.markFailed(next, 'connect ECONNREFUSED');
    expect(await claimed()).toEqual([other]);
  });

  it('lets others go before such an effect for 5 minutes, and then gives it alone while others wait', async () => {
    const suspect = newCase();
    await world.store.change(trondheim, [start(suspect)]);
    const died = world.outboxWith({ leaseSeconds: 0, restSeconds: () => 0 });
    const diedLongAgo = world.outboxWith({ leaseSeconds: -301, restSeconds: () => 0 });
    for (const outbox of [died, diedLongAgo]) await outbox.claimEffects(trondheim, 10);
    await world.store.change(trondheim, [start(newCase())]);

    const first = await died.claimEffects(trondheim, 10);
    const then = await died.claimEffects(trondheim, 10);

    expect(first.map(({ processInstanceId }) => processInstanceId)).toEqual([suspect]);
    expect(then.map(({ processInstanceId }) => processInstanceId)).not.toContain(suspect);
  });

  it('gives up a notice after 5 attempts in a row that never came back, not after a day of them', async () => {
    await started();
    const impatient = world.outboxWith({ leaseSeconds: 0, restSeconds: () => 0 });

    const attempts = [];
    for (let round = 0; round < 8; round += 1) attempts.push(...(await impatient.claimEffects(trondheim, 1)));

    expect(attempts.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5]);
  });

  it('gives a failed job back until its fifth attempt has failed', async () => {
    await withLetterDue();

    for (let attempt = 1; attempt <= 5; attempt += 1) {
      const [claimed] = await world.outbox.claimEffects(trondheim, 1);
      expect(claimed?.attempt).toBe(attempt);
      if (claimed !== undefined) await world.outbox.markFailed(claimed, 'Connection refused');
    }

    expect(await world.outbox.claimEffects(trondheim, 1)).toEqual([]);
  });

  it('gives mail back a hundred times, since nobody would hear that it was given up', async () => {
    await started();

    for (let attempt = 1; attempt <= 100; attempt += 1) {
      const [claimed] = await world.outbox.claimEffects(trondheim, 1);
      expect(claimed?.attempt).toBe(attempt);
      if (claimed !== undefined) await world.outbox.markFailed(claimed, 'Connection refused');
    }
  });

  it('lets a failed effect rest before the next attempt', async () => {
    await started();
    const resting = world.outboxWith({ leaseSeconds: 600, restSeconds: () => 600 });
    const [claimed] = await resting.claimEffects(trondheim, 1);
    if (claimed !== undefined) await resting.markFailed(claimed, 'Connection refused');

    expect(await resting.claimEffects(trondheim, 1)).toEqual([]);
  });

  it('does not let a worker whose lease was lost fail what another one runs', async () => {
    await started();
    const impatient = world.outboxWith({ leaseSeconds: 0, restSeconds: () => 0 });
    const [lost] = await impatient.claimEffects(trondheim, 1);
    const [held] = await world.outbox.claimEffects(trondheim, 1);

    if (lost !== undefined) await impatient.markFailed(lost, 'Too late');

    expect(held?.attempt).toBe(2);
    expect(await world.outbox.claimEffects(trondheim, 1)).toEqual([]);
  });

  it('never carries out again what is done', async () => {
    await started();
    const impatient = world.outboxWith({ leaseSeconds: 0, restSeconds: () => 0 });
    const [claimed] = await impatient.claimEffects(trondheim, 1);
    if (claimed !== undefined) await impatient.markDone(claimed);

    expect(await impatient.claimEffects(trondheim, 1)).toEqual([]);
  });

  it('knows each municipality, and shows none the effects, timers and starts of another', async () => {
    await startedAndDone();
    await world.clock.moveTo(trondheim, '2026-12-31T09:00:00.000Z');

    expect(await world.outbox.tenants()).toEqual([orkland, trondheim]);
    expect(await world.outbox.claimEffects(orkland, 10)).toEqual([]);
    expect(await world.outbox.dueTimers(orkland, 10)).toEqual([]);
    expect(await world.outbox.dueStarts(orkland, 10)).toEqual([]);
  });

  it('finds a timer due when the clock of the municipality says so, not a millisecond before', async () => {
    const instance = await startedAndDone();
    const dueTimers = () => world.outbox.dueTimers(trondheim, 10);
    const [timer] = instance.timers.values();

    await world.clock.moveTo(trondheim, '2026-11-24T08:59:59.999Z');
    expect(await dueTimers()).toEqual([]);

    await world.clock.moveTo(trondheim, '2026-11-24T09:00:00.000Z');
    expect(await dueTimers()).toEqual([{ id: timer?.id, processInstanceId: instance.id }]);
  });

  it('forgets a timer once it has rung or was cancelled', async () => {
    const instance = await startedAndDone();
    await world.clock.moveTo(trondheim, '2026-12-31T09:00:00.000Z');
    const [due] = await world.outbox.dueTimers(trondheim, 10);
    if (due !== undefined) await world.store.change(trondheim, [ring(due.processInstanceId, due.id)]);

    expect(due?.processInstanceId).toBe(instance.id);
    expect(await world.outbox.dueTimers(trondheim, 10)).toEqual([]);
  });

  it('starts a weekly process once after three missed weeks, and then on the next Tuesday at nine', async () => {
    const due = () => world.outbox.dueStarts(trondheim, 10);
    expect(await due()).toEqual([]);

    await world.clock.moveTo(trondheim, '2026-12-09T12:00:00.000Z');
    const missed = { processKey: 'ukerunde', startEvent: 'hver-tirsdag', dueAt: '2026-11-24T08:00:00.000Z' };
    expect(await due()).toEqual([missed]);

    await world.outbox.markStarted(trondheim, missed);
    await world.outbox.markStarted(trondheim, missed);
    expect(await due()).toEqual([]);
    expect(await world.outbox.nextDueAt(trondheim)).toBe('2026-12-15T08:00:00.000Z');
  });

  it('begins what was due while everything stood for a new version by the new one, and does not put it off for a week', async () => {
    await world.clock.moveTo(trondheim, '2026-11-24T08:20:00.000Z');
    const processes = await processesIn(ukerunde.replace('name="Ukerunde"', 'name="Ukerunden"'));
    const deployed = await world.definitions.deploy(trondheim, { by: idOf('ada'), processes, forms: [] });
    expect(deployed).toMatchObject([{ key: 'ukerunde', version: 2, isNew: true }]);

    const missed = { processKey: 'ukerunde', startEvent: 'hver-tirsdag', dueAt: '2026-11-24T08:00:00.000Z' };
    expect(await world.outbox.dueStarts(trondheim, 10)).toEqual([missed]);
    await world.outbox.markStarted(trondheim, missed);
    expect(await world.outbox.nextDueAt(trondheim)).toBe('2026-12-01T08:00:00.000Z');
  });

  // Nobody was at work from Monday until Thursday at noon: Tuesday, Wednesday and Thursday at eight were missed.
  it.each<['one' | 'all' | 'none', readonly string[]]>([
    ['one', ['2026-11-24']],
    ['all', ['2026-11-24', '2026-11-25', '2026-11-26']],
    ['none', []],
  ])('after three missed days with the policy %s, starts the rounds of %j', async (misfire, expected) => {
    const processes = await processesIn(dagsrunde(misfire));
    await world.definitions.deploy(trondheim, { by: idOf('ada'), processes, forms: [] });
    await world.clock.moveTo(trondheim, '2026-11-26T11:00:00.000Z');
    const daily = async () =>
      (await world.outbox.dueStarts(trondheim, 10)).find(({ processKey }) => processKey === 'dagsrunde');

    const begun: string[] = [];
    for (let due = await daily(); due !== undefined; due = await daily()) {
      if (due.isPassedOver !== true) begun.push(due.dueAt.slice(0, 10));
      await world.outbox.markStarted(trondheim, due);
    }

    expect(begun).toEqual(expected);
    await world.clock.moveTo(trondheim, '2026-11-27T07:00:30.000Z');
    expect(await daily()).toEqual({
      processKey: 'dagsrunde',
      startEvent: 'hver-dag',
      dueAt: '2026-11-27T07:00:00.000Z',
    });
  });

  it('tells the next time at which anything falls due', async () => {
    await started();

    expect(await world.outbox.nextDueAt(trondheim)).toBe('2026-11-24T08:00:00.000Z');
    expect(await world.outbox.nextDueAt(orkland)).toBe('2026-11-24T08:00:00.000Z');
  });
});
