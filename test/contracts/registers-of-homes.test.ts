import { correctHome, enterBuilding, enterHome } from '../../src/cases/homes/keep-homes.js';
import { importRent } from '../../src/cases/homes/import-rent.js';
import { releaseHome, reserveHomes } from '../../src/cases/homes/claim-homes.js';
import { endLease, letHome } from '../../src/cases/homes/let-homes.js';
import type { RegisterChange, RegisterStep } from '../../src/runtime/homes/register-step.js';
import { idOf } from '../../src/shared/id.js';
import { accepted, claim, kari, newCase, start } from '../support/contract-commands.js';
import { smallHouse, smallHouses, tun } from '../support/register-records.js';
import { implementations, monday, orkland, trondheim } from '../support/store-world.js';
import type { StoreWorld } from '../support/store-world.js';

const actor = kari.id;
const home = (name: string) => idOf<'Home'>(name);
const reservation = (name: string) => idOf<'Reservation'>(name);

describe.each(implementations)('the registers of homes on %s', (_name, createWorld) => {
  let world: StoreWorld;
  let keys = 0;
  const take = (step: RegisterStep, key = `nøkkel-${(keys += 1)}`, requestHash = 'a') =>
    world.registerDesk.change({ tenant: trondheim, actor, receipt: { key, requestHash }, step });
  const reserve = (id: string, as: string) => reserveHomes([{ home: home(id), reservation: reservation(as) }]);
  beforeAll(async () => {
    world = await createWorld();
    await take(enterBuilding(tun, smallHouses));
  }, 180_000);
  afterAll(() => world.stop());

  it('keep what people say of a home, and who said it when', async () => {
    expect(await take(enterHome(home('h1'), smallHouse))).toEqual({ ok: true, gives: { id: 'h1', revision: 1 } });
    expect(await take(correctHome(home('h1'), 1, { leiekostnad: 9500 }))).toMatchObject({ gives: { revision: 2 } });

    const kept = { ...smallHouse, id: 'h1', revision: 2, leiekostnad: 9500, vacantSince: '2026-11-23' };
    expect(await world.homes.home(trondheim, 'h1')).toEqual(kept);
    const history = await world.homes.history(trondheim, 'home', 'h1');
    expect(history.map(({ revision, change, at, actor: by }) => [revision, change, at, by])).toEqual([
      [2, 'bolig-fort', monday, 'kari'],
      [1, 'bolig-fort', monday, 'kari'],
    ]);
    expect(history[0]?.content).toMatchObject({ facts: { leiekostnad: 9500 } });
    expect(await world.homes.building(trondheim, tun)).toMatchObject({ homes: 1, free: 1, recentReports: 0 });
  });

  it('refuse who has seen an older revision, and leave no receipt of a refusal', async () => {
    await take(enterHome(home('h2'), { ...smallHouse, name: 'Hus 2' }));
    await take(correctHome(home('h2'), 1, { status: 'under-arbeid' }));

    const stale = correctHome(home('h2'), 1, { status: 'utgatt' });
    expect(await take(stale, 'igjen')).toEqual({ ok: false, rejection: { reason: 'stale-record', record: 'h2' } });
    expect(await take(correctHome(home('h2'), 2, { status: 'i-bruk' }), 'igjen')).toMatchObject({ ok: true });
  });

  it('answer a repeated request as the first time, and refuse its key to another one', async () => {
    const step = enterHome(home('h3'), { ...smallHouse, name: 'Hus 3' });
    const first = await take(step, 'samme');

    expect(await take(step, 'samme')).toEqual(first);
    expect(await take(step, 'samme', 'b')).toEqual({ ok: false, rejection: { reason: 'receipt-reused' } });
  });

  it('give a home of 500 who ask at once to exactly one', async () => {
    await take(enterHome(home('h500'), { ...smallHouse, name: 'Hus 500' }));

    const asked = Array.from({ length: 500 }, (_, at) => take(reserve('h500', `r${at}`)));
    const outcomes = await Promise.all(asked);

    const given = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.gives] : []));
    const refused = outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.rejection.reason));
    expect([given.length, new Set(refused), refused.length]).toEqual([1, new Set(['dwelling-taken']), 499]);
    expect(await world.homes.reservations(trondheim, 'h500')).toHaveLength(1);
    expect((await world.homes.home(trondheim, 'h500'))?.reservation?.id).toBe(given[0]?.['id']);
  }, 120_000);

  it('keep a claim of rent with the lease that it is for: new, known again, paid', async () => {
    await take(enterHome(home('leie'), { ...smallHouse, name: 'Leid' }));
    await take(letHome({ home: home('leie'), id: idOf('leie-l'), person: idOf('siv'), fromOn: '2026-11-01' }));
    const claim = { id: idOf<'RentClaim'>('kid-1'), home: home('leie'), tenancy: idOf<'Tenancy'>('leie-l') };
    const said = { ...claim, kind: 'husleie', dueOn: '2026-11-20', amount: 8000, paid: 0 } as const;

    expect(await take(importRent([said]))).toMatchObject({ gives: { entered: 1 } });
    expect(await take(importRent([said]))).toMatchObject({ gives: { unchanged: 1 } });
    expect(await take(importRent([{ ...said, paid: 8000, paidOn: '2026-11-23' }]))).toMatchObject({
      gives: { changed: 1 },
    });
    const other = { ...said, tenancy: idOf<'Tenancy'>('ukjent') };
    expect(await take(importRent([other]))).toMatchObject({ ok: false, rejection: { reason: 'register-input' } });

    const history = await world.homes.history(trondheim, 'rent', 'kid-1');
    expect(history.map(({ revision, content }) => [revision, content['paid']])).toEqual([
      [2, 8000],
      [1, 0],
    ]);
  });

  it('take a chain of moves whole or not at all', async () => {
    for (const name of ['a', 'b']) await take(enterHome(home(name), { ...smallHouse, name: `Kjede ${name}` }));
    const siv = idOf<'Actor'>('siv');
    const day = '2026-11-01';
    await take(letHome({ home: home('a'), id: idOf('leie-a'), person: siv, fromOn: day }));
    const chain = (leaves: object) =>
      reserveHomes([
        { home: home('b'), reservation: reservation('ab'), person: siv, ...leaves },
        { home: home('a'), reservation: reservation('oa'), person: idOf('odd') },
      ]);

    expect(await take(chain({}))).toMatchObject({ ok: false, rejection: { reason: 'dwelling-taken', record: 'a' } });
    expect((await world.homes.home(trondheim, 'b'))?.reservation).toBeUndefined();

    expect(await take(chain({ leaves: home('a') }))).toMatchObject({ ok: true });
    const held = await world.homes.homes(trondheim, { free: false }, { limit: 50 });
    expect(held.filter(({ id }) => ['a', 'b'].includes(id)).map(({ reservation: it }) => it?.person)).toEqual([
      'odd',
      'siv',
    ]);
  });

  it('let a kept home to nobody else, and are vacant again from the day that the lease ended', async () => {
    await take(enterHome(home('h4'), { ...smallHouse, name: 'Hus 4' }));
    const [siv, odd] = [idOf<'Actor'>('siv'), idOf<'Actor'>('odd')];
    await take(reserveHomes([{ home: home('h4'), reservation: reservation('r4'), person: siv }]));
    const lease = (person: typeof siv) =>
      letHome({ home: home('h4'), id: idOf('leie-4'), person, fromOn: '2026-11-20' });

    expect(await take(lease(odd))).toMatchObject({ rejection: { reason: 'dwelling-taken' } });
    expect(await take(lease(siv))).toMatchObject({ ok: true });
    expect(await take(releaseHome(home('h4'), reservation('r4'), 'nei'))).toMatchObject({
      rejection: { reason: 'reservation-over' },
    });
    const ended = { endedOn: '2026-11-22', endReason: 'Flyttet' };
    expect(await take(endLease(home('h4'), idOf('leie-4'), ended))).toMatchObject({ ok: true });

    const kept = await world.homes.home(trondheim, 'h4');
    expect([kept?.tenancy, kept?.vacantSince]).toEqual([undefined, '2026-11-22']);
    expect(await world.homes.tenancies(trondheim, 'h4')).toEqual([
      { id: 'leie-4', person: 'siv', fromOn: '2026-11-20', ...ended },
    ]);
    expect(await world.homes.reservations(trondheim, 'h4')).toMatchObject([{ id: 'r4', released: 'kontrakt' }]);
    // The leases of the tests above are not over.
    expect(await world.homes.tenanciesOf(trondheim, siv)).toMatchObject([
      { id: 'leie-4', home: 'h4', person: 'siv', ...ended },
      { id: 'leie-a', home: 'a' },
      { id: 'leie-l', home: 'leie' },
    ]);
    expect(await world.homes.tenanciesOf(trondheim, odd)).toEqual([]);
    expect(await world.homes.tenanciesOf(idOf('orkland'), siv)).toEqual([]);
  });

  it('page through the homes by building and name, whole and without a gap', async () => {
    const seen: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await world.homes.homes(trondheim, { building: tun }, { limit: 3, ...(after && { after }) });
      if (page.length === 0) break;
      seen.push(...page.map(({ name }) => name));
      after = page.at(-1)?.id;
    }

    expect(seen).toEqual(seen.toSorted((one, other) => one.localeCompare(other, 'nb')));
    expect(new Set(seen).size).toBe(8);
  });

  it('count a report of an unsafe building once, whatever becomes of it, and write that down without a word of it', async () => {
    const told = { kind: 'trusler', anonymous: true, reportedAt: monday } as const;
    const report = { ...told, id: idOf<'ProcessInstance'>('utrygt-1'), building: tun };
    const say = (change: Extract<RegisterChange, { readonly change: 'utrygghet' }>) =>
      take({ buildings: [tun], decide: () => ({ ok: true, changes: [change], gives: {} }) });

    await say({ change: 'utrygghet', report: { ...report, revision: 1, state: 'meldt' } });
    const safe = { ...report, revision: 2, state: 'trygt', madeSafeAt: monday, madeSafeBy: 'las' } as const;
    await say({ change: 'utrygghet', report: safe });

    expect(await world.homes.safetyReports(trondheim, tun)).toEqual([safe]);
    expect(await world.homes.building(trondheim, tun)).toMatchObject({ recentReports: 1 });
    const history = await world.homes.history(trondheim, 'safety-report', 'utrygt-1');
    expect(history.map(({ revision, content }) => [revision, content['state']])).toEqual([
      [2, 'trygt'],
      [1, 'meldt'],
    ]);
    expect(await world.homes.safetyReports(orkland, tun)).toEqual([]);
  });

  it('keep a meeting of residents as it was last said, and what residents say until it is answered', async () => {
    const id = idOf<'ProcessInstance'>('mote-1');
    const called = { id, building: tun, revision: 1, reason: 'fast', state: 'kalt', calledAt: monday } as const;
    const held = { ...called, ...({ revision: 2, reason: 'utrygghet', state: 'holdt' } as const) };
    const figures = { heldOn: '2026-11-23', attendance: 7, contactElected: true, activities: 2, meals: 1 };
    const said = { id: 'sak-1', building: tun, text: 'Lyset er borte.', raisedOn: '2026-11-20' };
    const answered = {
      ...said,
      meeting: id,
      ...({ outcome: 'gjort', answer: 'Ny pære.' } as const),
      answeredOn: '2026-11-23',
    };
    const write = (...changes: readonly RegisterChange[]) =>
      take({ buildings: [tun], decide: () => ({ ok: true, changes, gives: {} }) });

    await write({ change: 'beboermote', meeting: called }, { change: 'beboersak', item: said });
    await write({ change: 'beboermote', meeting: { ...held, ...figures } }, { change: 'beboersak', item: answered });

    expect(await world.homes.meetings(trondheim, tun)).toEqual([{ ...held, ...figures }]);
    expect(await world.homes.agenda(trondheim, tun)).toEqual([answered]);
    expect(await world.homes.history(trondheim, 'residents-meeting', 'mote-1')).toHaveLength(2);
    expect(await world.homes.agenda(orkland, tun)).toEqual([]);
  });

  it('are another municipality’s business only there', async () => {
    expect(await world.homes.homes(orkland, {}, { limit: 50 })).toEqual([]);
    expect(await world.homes.building(orkland, tun)).toBeUndefined();
  });

  describe('when a step of a case changes them', () => {
    it('write with the step, in one transaction, and refuse the whole step when the home is taken', async () => {
      await take(enterHome(home('h5'), { ...smallHouse, name: 'Hus 5' }));
      const [one] = await world.store.change(trondheim, [start(newCase())]);
      const [other] = await world.store.change(trondheim, [start(newCase())]);
      const [mine, theirs] = [accepted(one).instance, accepted(other).instance];

      const request = { ...claim(mine), registers: reserve('h5', 'r5') };
      expect((await world.store.change(trondheim, [request]))[0]).toMatchObject({ ok: true });
      const late = { ...claim(theirs), registers: reserve('h5', 'r6') };
      expect((await world.store.change(trondheim, [late]))[0]).toEqual({
        ok: false,
        rejection: { reason: 'dwelling-taken', record: 'h5' },
      });

      const kept = await world.homes.home(trondheim, 'h5');
      expect(kept?.reservation).toMatchObject({ id: 'r5', decidedIn: mine.id });
      expect((await world.snapshot(trondheim, theirs.id))?.revision).toBe(theirs.revision);
      expect((await world.homes.history(trondheim, 'home', 'h5'))[0]).toMatchObject({ decidedIn: mine.id });
    });

    it('leave the registers alone when the engine refuses the step', async () => {
      await take(enterHome(home('h6'), { ...smallHouse, name: 'Hus 6' }));
      const instance = accepted((await world.store.change(trondheim, [start(newCase())]))[0]).instance;
      await world.store.change(trondheim, [claim(instance)]);

      const again = { ...claim(instance), registers: reserve('h6', 'r7') };
      expect((await world.store.change(trondheim, [again]))[0]).toMatchObject({ ok: false });

      expect((await world.homes.home(trondheim, 'h6'))?.reservation).toBeUndefined();
    });

    it('give a home to one of 50 cases of one group that want it', async () => {
      await take(enterHome(home('h7'), { ...smallHouse, name: 'Hus 7' }));
      const started = await world.store.change(
        trondheim,
        Array.from({ length: 50 }, () => start(newCase())),
      );
      const requests = started.map((outcome, at) => ({
        ...claim(accepted(outcome).instance),
        registers: reserve('h7', `gruppe-${at}`),
      }));

      const outcomes = await world.store.change(trondheim, requests);

      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    });
  });
});
