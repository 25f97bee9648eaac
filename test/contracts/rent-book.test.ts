import { importRent } from '../../src/cases/homes/import-rent.js';
import { enterBuilding, enterHome } from '../../src/cases/homes/keep-homes.js';
import { endLease, letHome } from '../../src/cases/homes/let-homes.js';
import type { RegisterStep } from '../../src/runtime/homes/register-step.js';
import type { RentBook } from '../../src/runtime/homes/rent-ports.js';
import { idOf } from '../../src/shared/id.js';
import { PostgresRentBook } from '../../src/store/homes/postgres-rent-book.js';
import { kari } from '../support/contract-commands.js';
import { smallHouse, smallHouses, tun } from '../support/register-records.js';
import {
  createPostgresWorld,
  orkland,
  trondheim,
  withoutTimedStarts,
  type PostgresWorld,
} from '../support/store-world.js';

let world: PostgresWorld;
let book: RentBook;
let keys = 0;
const take = async (step: RegisterStep): Promise<void> => {
  const receipt = { key: `nøkkel-${(keys += 1)}`, requestHash: 'a' };
  const outcome = await world.registerDesk.change({ tenant: trondheim, actor: kari.id, receipt, step });
  expect(outcome).toMatchObject({ ok: true });
};
const hasWork = async () => (await world.outbox.waiting(trondheim)).has('rents');
const claimId = (name: string) => idOf<'RentClaim'>(name);
const tenancy = (name: string) => idOf<'Tenancy'>(`leie-${name}`);
const caseId = (name: string) => idOf<'ProcessInstance'>(name);

/** A home that is let to somebody of the same name. */
async function letTo(name: string, toOn?: string): Promise<void> {
  await take(enterHome(idOf('hjem-' + name), { ...smallHouse, name: `Hos ${name}` }));
  const term = toOn === undefined ? {} : { toOn };
  await take(
    letHome({ home: idOf('hjem-' + name), id: tenancy(name), person: idOf(name), fromOn: '2026-09-01', ...term }),
  );
}

const claim = (name: string, no: number, dueOn: string, paid = 0) => ({
  ...{ id: claimId(`${name}-${no}`), home: idOf<'Home'>('hjem-' + name), tenancy: tenancy(name) },
  ...({ kind: 'husleie', dueOn, amount: 8000, paid } as const),
});
const pay = (name: string, no: number, dueOn: string) =>
  take(importRent([{ ...claim(name, no, dueOn, 8000), paidOn: '2026-11-23' }]));

beforeAll(async () => {
  world = await createPostgresWorld();
  book = new PostgresRentBook(world.pool);
  await withoutTimedStarts(world);
  await take(enterBuilding(tun, smallHouses));
  for (const name of ['siv', 'odd']) await letTo(name);
  await take(
    importRent([claim('siv', 2, '2026-11-20'), claim('siv', 1, '2026-10-20'), claim('odd', 1, '2026-11-20', 8000)]),
  );
}, 180_000);
afterAll(() => world.stop());

const followedIds = async () => (await book.toFollow(trondheim)).map(({ id, isPaid }) => [id, isPaid]);

// One test goes on where the one before it stopped: it is 23 November 2026.
describe('the book of rents on PostgreSQL', () => {
  it('has the claims of a lease by the day they are due, and what 2 unpaid months of 8,000 owe', async () => {
    expect((await book.claims(trondheim, tenancy('siv'))).map(({ id }) => id)).toEqual(['siv-1', 'siv-2']);

    const owed = {
      home: 'hjem-siv',
      tenancy: 'leie-siv',
      person: 'siv',
      owed: 16_000,
      oldestDueOn: '2026-10-20',
    };
    expect(await book.arrears(trondheim)).toEqual([owed]);
    expect(await book.arrearsOf(trondheim, tenancy('siv'))).toEqual(owed);
    expect(await book.arrearsOf(trondheim, tenancy('odd'))).toBeUndefined();
  });

  it('wants each claim that was due looked at once, paid or not', async () => {
    expect(await hasWork()).toBe(true);
    expect(await followedIds()).toEqual([
      ['siv-1', false],
      ['odd-1', true],
      ['siv-2', false],
    ]);

    await book.followed(trondheim, claimId('odd-1'));
    await book.followed(trondheim, claimId('siv-1'), caseId('sak-1'));
    await book.followed(trondheim, claimId('siv-2'), caseId('sak-2'));

    expect([await followedIds(), await hasWork()]).toEqual([[], false]);
    expect(await book.arrearsOf(trondheim, tenancy('siv'))).toMatchObject({
      followedIn: expect.stringMatching(/^sak-/),
    });
  });

  it('says once that a claim with a case is paid, and that 8,000 are left', async () => {
    expect(await book.toTell(trondheim)).toEqual([]);
    await pay('siv', 1, '2026-10-20');
    expect(await hasWork()).toBe(true);

    expect(await book.toTell(trondheim)).toEqual([
      { id: 'siv-1', revision: 2, tenancy: 'leie-siv', followedIn: 'sak-1' },
    ]);
    await book.told(trondheim, claimId('siv-1'));

    expect([await book.toTell(trondheim), await hasWork()]).toEqual([[], false]);
    expect(await book.arrearsOf(trondheim, tenancy('siv'))).toMatchObject({ owed: 8000, oldestDueOn: '2026-11-20' });
  });

  it('wakes at seven in the morning after a day that something is due, and not before', async () => {
    await take(importRent([claim('odd', 2, '2026-12-20')]));
    expect(await world.outbox.nextWorkAt(trondheim)).toBe('2026-12-21T06:00:00.000Z');

    await world.clock.moveTo(trondheim, '2026-12-21T05:59:59.000Z');
    expect(await followedIds()).toEqual([]);
    await world.clock.moveTo(trondheim, '2026-12-21T06:00:00.000Z');
    expect(await followedIds()).toEqual([['odd-2', false]]);
    await book.followed(trondheim, claimId('odd-2'), caseId('sak-3'));
    expect(await world.outbox.nextWorkAt(trondheim)).toBeUndefined();
  });

  it('wants the end of a fixed term followed once, from seven in the morning after it', async () => {
    await letTo('eva', '2026-12-30');
    expect(await world.outbox.nextWorkAt(trondheim)).toBe('2026-12-31T06:00:00.000Z');
    await world.clock.moveTo(trondheim, '2026-12-31T06:00:00.000Z');

    expect(await hasWork()).toBe(true);
    expect(await book.endedTerms(trondheim)).toEqual([
      { tenancy: 'leie-eva', home: 'hjem-eva', person: 'eva', toOn: '2026-12-30' },
    ]);
    await book.termFollowed(trondheim, { tenancy: tenancy('eva'), toOn: '2026-12-30' });
    expect([await book.endedTerms(trondheim), await hasWork()]).toEqual([[], false]);
  });

  it('asks nothing of who has moved out, and shows nothing to another municipality', async () => {
    await take(endLease(idOf('hjem-siv'), tenancy('siv'), { endedOn: '2026-12-31', endReason: 'oppsigelse' }));

    expect((await book.arrears(trondheim)).map(({ person }) => person)).toEqual(['odd']);
    expect([await book.arrears(orkland), await book.claims(orkland, tenancy('siv'))]).toEqual([[], []]);
  });
});
