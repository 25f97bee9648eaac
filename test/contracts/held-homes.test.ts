import { enterBuilding, enterHome } from '../../src/cases/homes/keep-homes.js';
import { reserveHomes } from '../../src/cases/homes/claim-homes.js';
import { endLease, letHome } from '../../src/cases/homes/let-homes.js';
import { leaveOldHome, swapHomes } from '../../src/cases/homes/swap-homes.js';
import type { RegisterStep } from '../../src/runtime/homes/register-step.js';
import { cancelRequest } from '../../src/runtime/operations/operation-command.js';
import { idOf } from '../../src/shared/id.js';
import type { Id } from '../../src/shared/id.js';
import { accepted, claim, kari, newCase, start } from '../support/contract-commands.js';
import { smallHouse, smallHouses, tun } from '../support/register-records.js';
import { implementations, trondheim } from '../support/store-world.js';
import type { StoreWorld } from '../support/store-world.js';

const end = (id: Id<'ProcessInstance'>) => ({
  tenant: trondheim,
  processInstanceId: id,
  ...cancelRequest({ processInstanceId: id, actor: kari }, 'Registrert to ganger'),
});
const home = (name: string) => idOf<'Home'>(name);
const reservation = (name: string) => idOf<'Reservation'>(name);

describe.each(implementations)('homes that somebody holds on %s', (_name, createWorld) => {
  let world: StoreWorld;
  let keys = 0;
  const take = (step: RegisterStep) =>
    world.registerDesk.change({
      ...{ tenant: trondheim, actor: kari.id, step },
      receipt: { key: `nøkkel-${(keys += 1)}`, requestHash: 'a' },
    });
  const reserve = (id: string, as: string) => reserveHomes([{ home: home(id), reservation: reservation(as) }]);
  beforeAll(async () => {
    world = await createWorld();
    await take(enterBuilding(tun, smallHouses));
  }, 180_000);
  afterAll(() => world.stop());

  describe('when somebody swaps one home for another', () => {
    const mona = idOf<'Actor'>('mona');
    const swap = (from: string, fromOn: string) =>
      swapHomes({ home: home(`ny-${from}`), id: idOf(`ny-${from}`), person: mona, fromOn });
    const livesIn = async (name: string) => {
      for (const one of [name, `ny-${name}`]) await take(enterHome(home(one), { ...smallHouse, name: one }));
      await take(letHome({ home: home(name), id: idOf(name), person: mona, fromOn: '2015-09-01' }));
    };

    it('end the old lease in the step that begins the new one, and the old home is vacant from that day', async () => {
      await livesIn('gammel');
      expect(await take(swap('gammel', '2026-11-23'))).toMatchObject({ ok: true, gives: { id: 'ny-gammel' } });

      const [old, next] = [await world.homes.home(trondheim, 'gammel'), await world.homes.home(trondheim, 'ny-gammel')];
      expect([old?.tenancy, old?.vacantSince, next?.tenancy?.person]).toEqual([undefined, '2026-11-23', 'mona']);
      expect(await world.homes.tenancies(trondheim, 'gammel')).toMatchObject([
        { endedOn: '2026-11-23', endReason: 'bytte' },
      ]);
      await take(endLease(home('ny-gammel'), idOf('ny-gammel'), { endedOn: '2026-11-23', endReason: 'Flyttet' }));
    });

    it('keep the old lease until the day comes, say which day that is, and end it when she has moved in', async () => {
      await livesIn('senere');
      await take(swap('senere', '2026-12-01'));
      expect((await world.homes.home(trondheim, 'senere'))?.tenancy).toMatchObject({ leavesOn: '2026-12-01' });
      // Whoever is next may be promised it.
      expect(await take(reserve('senere', 'neste'))).toMatchObject({ ok: true });

      const moved = { person: mona, to: home('ny-senere'), movedOn: '2026-11-23' };
      expect(await take(leaveOldHome(moved))).toMatchObject({ ok: true });
      const old = await world.homes.home(trondheim, 'senere');
      expect([old?.tenancy, old?.vacantSince]).toEqual([undefined, '2026-11-23']);
      expect((await world.homes.home(trondheim, 'ny-senere'))?.tenancy?.person).toBe('mona');
      expect(await take(leaveOldHome(moved))).toMatchObject({ ok: true });
    });

    it('change nothing where the new home is taken: she keeps the one that she has', async () => {
      await livesIn('blir');
      await take(reserveHomes([{ home: home('ny-blir'), reservation: reservation('odds'), person: idOf('odd') }]));

      expect(await take(swap('blir', '2026-11-23'))).toMatchObject({ rejection: { reason: 'dwelling-taken' } });
      expect((await world.homes.home(trondheim, 'blir'))?.tenancy).toMatchObject({ person: 'mona' });
    });
  });

  it('let go of every home that a case keeps when it ends before its time, and of nobody else’s', async () => {
    for (const name of ['h8', 'h9', 'h10']) await take(enterHome(home(name), { ...smallHouse, name }));
    const [one, other] = await world.store.change(trondheim, [start(newCase()), start(newCase())]);
    const [mine, theirs] = [accepted(one).instance, accepted(other).instance];
    const both = reserveHomes(
      ['h8', 'h9'].map((name) => ({ home: home(name), reservation: reservation(`a-${name}`) })),
    );
    await world.store.change(trondheim, [{ ...claim(mine), registers: both }]);
    await world.store.change(trondheim, [{ ...claim(theirs), registers: reserve('h10', 'a-h10') }]);

    expect(await world.store.change(trondheim, [end(mine.id)])).toMatchObject([{ ok: true }]);

    const state = async (name: string) => (await world.homes.reservations(trondheim, name))[0]?.released;
    expect([await state('h8'), await state('h9'), await state('h10')]).toEqual(['avsluttet', 'avsluttet', undefined]);
    expect((await world.homes.home(trondheim, 'h8'))?.reservation).toBeUndefined();
  });

  it('keep no home for a case that ended, whichever comes first of 20 that reserve one while they are ended', async () => {
    const names = Array.from({ length: 20 }, (_, at) => `kappløp-${at}`);
    for (const name of names) await take(enterHome(home(name), { ...smallHouse, name }));
    const cases = await world.store.change(
      trondheim,
      names.map(() => start(newCase())),
    );

    await Promise.all(
      names.flatMap((name, at) => {
        const instance = accepted(cases[at]).instance;
        const asked = { ...claim(instance), registers: reserve(name, name) };
        return [world.store.change(trondheim, [asked]), world.store.change(trondheim, [end(instance.id)])];
      }),
    );

    const kept = await Promise.all(names.map((name) => world.homes.home(trondheim, name)));
    expect(kept.flatMap((one) => one?.reservation ?? [])).toEqual([]);
  }, 60_000);
});
