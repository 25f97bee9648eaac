import pg from 'pg';
import { reserveHomes } from '../../src/cases/homes/claim-homes.js';
import { enterBuilding, enterHome } from '../../src/cases/homes/keep-homes.js';
import { releaseKeptByCalled } from '../../src/runtime/homes/release-kept.js';
import type { RegisterStep } from '../../src/runtime/homes/register-step.js';
import type { CommandRequest } from '../../src/runtime/ports.js';
import { idOf } from '../../src/shared/id.js';
import type { Id } from '../../src/shared/id.js';
import { accepted, claim, kari, newCase, start } from '../support/contract-commands.js';
import { smallHouse, smallHouses, tun } from '../support/register-records.js';
import { createPostgresWorld, implementations, trondheim } from '../support/store-world.js';
import type { StoreWorld } from '../support/store-world.js';

type CaseId = Id<'ProcessInstance'>;
const home = (name: string) => idOf<'Home'>(name);

/** Keeps homes for the application `keptIn`; the reservations are called after the task, which is called after its case. */
const offer = (asker: CaseId, keptIn: CaseId, ...homes: readonly string[]): RegisterStep => {
  const reserve = reserveHomes(
    homes.map((name, at) => ({ home: home(name), reservation: idOf<'Reservation'>(`${asker}-4-${at + 1}`) })),
  );
  return {
    ...reserve,
    decide: (records, moment) => reserve.decide(records, { ...moment, processInstanceId: keptIn }),
  };
};

/** The application `caller` ends the offer that it called. */
const ends = (called: CaseId, caller: CaseId): CommandRequest => ({
  ...{ tenant: trondheim, processInstanceId: called },
  command: { type: 'CancelProcessInstance', reason: 'Søknaden er trukket', actor: kari },
  registers: releaseKeptByCalled(called, caller),
});

describe.each(implementations)('homes that a called offer has kept for its application on %s', (_name, createWorld) => {
  let world: StoreWorld;
  beforeAll(async () => {
    world = await createWorld();
    await take(enterBuilding(tun, smallHouses));
  }, 180_000);
  afterAll(() => world.stop());

  let keys = 0;
  const take = (step: RegisterStep) => {
    const receipt = { key: `nøkkel-${(keys += 1)}`, requestHash: 'a' };
    return world.registerDesk.change({ tenant: trondheim, actor: kari.id, receipt, step });
  };
  const enter = async (names: readonly string[]): Promise<void> => {
    for (const name of names) await take(enterHome(home(name), { ...smallHouse, name }));
  };
  const begin = async (count: number) =>
    (
      await world.store.change(
        trondheim,
        Array.from({ length: count }, () => start(newCase())),
      )
    ).map((outcome) => accepted(outcome).instance);
  const keeperOf = async (name: string) => (await world.homes.home(trondheim, name))?.reservation?.id;

  it('are let go with the offer, all 2 of them; what the application and its other offer keep stays, and to end it twice is refused and changes nothing', async () => {
    await enter(['a', 'b', 'c', 'd']);
    const [caller, called, other] = await begin(3);
    if (caller === undefined || called === undefined || other === undefined) throw new Error('Expected three cases');
    const asked = [
      offer(called.id, caller.id, 'a', 'b'),
      offer(caller.id, caller.id, 'c'),
      offer(other.id, caller.id, 'd'),
    ];
    for (const step of asked) expect(await take(step)).toMatchObject({ ok: true });

    expect(await world.store.change(trondheim, [ends(called.id, caller.id)])).toMatchObject([{ ok: true }]);
    const kept = [undefined, undefined, `${caller.id}-4-1`, `${other.id}-4-1`];
    expect(await Promise.all(['a', 'b', 'c', 'd'].map(keeperOf))).toEqual(kept);

    expect(await world.store.change(trondheim, [ends(called.id, caller.id)])).toMatchObject([
      { ok: false, rejection: { reason: 'process-instance-ended' } },
    ]);
    expect(await Promise.all(['a', 'b', 'c', 'd'].map(keeperOf))).toEqual(kept);
  });

  it('are kept by no offer that has ended, whichever comes first of 20 that are made while their application stops', async () => {
    const names = Array.from({ length: 20 }, (_, at) => `kappløp-${at}`);
    await enter(names);
    const cases = await begin(40);

    const outcomes = await Promise.all(
      names.map(async (name, at) => {
        const [caller, called] = [cases[at], cases[at + 20]];
        if (caller === undefined || called === undefined) throw new Error('Expected a case and the one that it called');
        const made = { ...claim(called), registers: offer(called.id, caller.id, name) };
        // Half of them are stopped first.
        const both = at % 2 === 0 ? [made, ends(called.id, caller.id)] : [ends(called.id, caller.id), made];
        return Promise.all(both.map((one) => world.store.change(trondheim, [one])));
      }),
    );

    expect(outcomes.flat(2).filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(20);
    expect((await Promise.all(names.map(keeperOf))).filter((keeper) => keeper !== undefined)).toEqual([]);
  }, 60_000);
});

it('is let go on PostgreSQL though the end has looked before the offer was written: it looks again once it has the case', async () => {
  const world = await createPostgresWorld();
  const [caller, called] = [newCase(), newCase()];
  const change = (request: CommandRequest) => world.store.change(trondheim, [request]);
  const take = (step: RegisterStep, key: string) =>
    world.registerDesk.change({ tenant: trondheim, actor: kari.id, receipt: { key, requestHash: key }, step });
  await take(enterBuilding(tun, smallHouses), 'bygg');
  await take(enterHome(home('a'), smallHouse), 'hjem');
  await change(start(caller));
  const [begun] = await change(start(called));
  const [holder, watcher] = [new pg.Client(world.url), new pg.Client(world.url)];
  for (const client of [holder, watcher]) await client.connect();
  await holder.query('begin');
  await holder.query('select from process_instance where id = $1 for update', [called]);

  const made = change({ ...claim(accepted(begun).instance), registers: offer(called, caller, 'a') });
  await waiting(watcher, 1);
  const ended = change(ends(called, caller));
  await waiting(watcher, 2);
  await holder.query('commit');

  expect(await Promise.all([made, ended])).toMatchObject([[{ ok: true }], [{ ok: true }]]);
  expect(await world.homes.reservations(trondheim, 'a')).toMatchObject([{ released: 'avsluttet' }]);
  for (const client of [holder, watcher]) await client.end();
  await world.stop();
}, 180_000);

/** Comes back when so many wait for what somebody else has locked. */
async function waiting(watcher: pg.Client, count: number): Promise<void> {
  const text = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await watcher.query(text)).rowCount !== count);
}
