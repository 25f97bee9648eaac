import { claim, complete, newCase, start } from '../support/contract-commands.js';
import { implementations, orkland, trondheim } from '../support/store-world.js';
import type { StoreWorld } from '../support/store-world.js';

describe.each(implementations)('one look at what waits, on %s', (_name, createWorld) => {
  let world: StoreWorld;
  beforeEach(async () => {
    world = await createWorld();
  }, 180_000);
  afterEach(() => world.stop());

  /** Of those kinds that the contract's processes bring about. */
  const waiting = async (tenant = trondheim): Promise<readonly string[]> => {
    const kinds = await world.outbox.waiting(tenant);
    return ['effects', 'starts', 'timers'].filter((kind) => kinds.has(kind as 'effects'));
  };

  it('sees an effect until somebody has claimed it, and in its own municipality only', async () => {
    expect(await waiting()).toEqual([]);

    await world.store.change(trondheim, [start(newCase())]);
    expect([await waiting(), await waiting(orkland)]).toEqual([['effects'], []]);

    await world.outbox.claimEffects(trondheim, 10);
    expect(await waiting()).toEqual([]);
  });

  it('sees a day’s start and the timer of a case when the clock has come to them, and not a second before', async () => {
    const [started] = await world.store.change(trondheim, [start(newCase())]);
    if (started?.ok !== true) throw new Error('Expected the case to start');
    const [claimed] = await world.store.change(trondheim, [claim(started.instance)]);
    if (claimed?.ok !== true) throw new Error('Expected the task to be claimed');
    await world.store.change(trondheim, [complete(claimed.instance)]);
    await world.outbox.claimEffects(trondheim, 10);
    const dueAt = await world.outbox.nextWorkAt(trondheim);

    await world.clock.moveTo(trondheim, '2026-11-24T07:59:59.000Z');
    expect([dueAt, await waiting()]).toEqual(['2026-11-24T08:00:00.000Z', []]);
    await world.clock.moveTo(trondheim, '2026-11-24T08:00:00.000Z');
    expect(await waiting()).toEqual(['starts']);
    await world.clock.moveTo(trondheim, '2026-11-25T09:00:00.000Z');
    expect(await waiting()).toEqual(['starts', 'timers']);
  });
});
