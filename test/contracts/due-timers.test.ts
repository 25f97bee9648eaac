import type { CommandRequest, RungTimer } from '../../src/runtime/ports.js';
import { idOf } from '../../src/shared/id.js';
import { accepted, claim, complete, newCase, start } from '../support/contract-commands.js';
import { createPostgresWorld, implementations, orkland, trondheim } from '../support/store-world.js';
import type { StoreWorld } from '../support/store-world.js';

const tuesdayAtNine = '2026-11-24T09:00:00.000Z';

/** As many cases that each wait for Tuesday at nine. */
async function waitingCases(world: StoreWorld, count: number): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, newCase);
  let cases = (
    await world.store.change(
      trondheim,
      ids.map((id) => start(id)),
    )
  ).map((outcome) => accepted(outcome).instance);
  for (const ask of [claim, complete]) {
    const requests = cases.map((instance): CommandRequest => ask(instance));
    cases = (await world.store.change(trondheim, requests)).map((outcome) => accepted(outcome).instance);
  }
  return ids;
}

const rungIn = (rung: readonly RungTimer[]): readonly string[] =>
  rung.map(({ outcome }) => accepted(outcome).instance.id);

describe.each(implementations)('due timers on %s', (_name, createWorld) => {
  let world: StoreWorld;
  beforeEach(async () => {
    world = await createWorld();
  }, 60_000);
  afterEach(() => world.stop());

  it('are shared by four workers: each of 40 rings once, none is refused, and none is left', async () => {
    const ids = await waitingCases(world, 40);
    await world.clock.moveTo(trondheim, tuesdayAtNine);

    const rung: RungTimer[] = [];
    const work = async (): Promise<void> => {
      // Whoever finds nothing free leaves the rest to those who have it in hand.
      for (;;) {
        const mine = await world.store.changeDue(trondheim, { limit: 6, except: [] });
        if (mine.length === 0) return;
        rung.push(...mine);
      }
    };
    await Promise.all([work(), work(), work(), work()]);

    expect([...rungIn(rung)].sort()).toEqual([...ids].sort());
    expect(await world.outbox.dueTimers(trondheim, 10)).toEqual([]);
  });

  it('do not ring a millisecond early', async () => {
    const [id] = await waitingCases(world, 1);
    const ring = async () => rungIn(await world.store.changeDue(trondheim, { limit: 10, except: [] }));

    await world.clock.moveTo(trondheim, '2026-11-24T08:59:59.999Z');
    expect(await ring()).toEqual([]);

    await world.clock.moveTo(trondheim, tuesdayAtNine);
    expect(await ring()).toEqual([id]);
  });

  it('ring without those that could not be rung before, and not for another municipality', async () => {
    const [, other] = await waitingCases(world, 2);
    await world.clock.moveTo(trondheim, tuesdayAtNine);
    const [first] = await world.outbox.dueTimers(trondheim, 1);
    const except = first === undefined ? [] : [first.id];

    expect(await world.store.changeDue(orkland, { limit: 10, except: [] })).toEqual([]);
    expect(rungIn(await world.store.changeDue(trondheim, { limit: 10, except }))).toEqual([other]);
  });

  it('of a case that an operator has stopped stay silent until it goes on', async () => {
    const [id = ''] = await waitingCases(world, 1);
    const tell = (type: 'SuspendProcessInstance' | 'ResumeProcessInstance') =>
      world.store.change(trondheim, [
        {
          tenant: trondheim,
          processInstanceId: idOf(id),
          command: { type, actor: { id: idOf('ada'), groups: [] } },
        },
      ]);
    await tell('SuspendProcessInstance');
    await world.clock.moveTo(trondheim, tuesdayAtNine);

    expect(await world.store.changeDue(trondheim, { limit: 10, except: [] })).toEqual([]);
    await tell('ResumeProcessInstance');
    expect(rungIn(await world.store.changeDue(trondheim, { limit: 10, except: [] }))).toEqual([id]);
  });
});

it('a case that somebody has in hand is passed over without waiting, and its timer stays due', async () => {
  const world = await createPostgresWorld();
  const [held, free] = await waitingCases(world, 2);
  await world.clock.moveTo(trondheim, tuesdayAtNine);
  const somebody = await world.pool.connect();
  await somebody.query(`begin; select set_config('app.tenant', '${trondheim}', true)`);
  await somebody.query('select from process_instance where id = $1 for update', [held]);

  const rung = rungIn(await world.store.changeDue(trondheim, { limit: 10, except: [] }));
  await somebody.query('rollback');
  somebody.release();

  expect(rung).toEqual([free]);
  expect(rungIn(await world.store.changeDue(trondheim, { limit: 10, except: [] }))).toEqual([held]);
  await world.stop();
}, 60_000);
