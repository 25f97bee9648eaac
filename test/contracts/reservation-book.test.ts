import { releaseHome, reserveHomes } from '../../src/cases/homes/claim-homes.js';
import { enterBuilding, enterHome } from '../../src/cases/homes/keep-homes.js';
import type { RegisterStep } from '../../src/runtime/homes/register-step.js';
import type { ReservationBook } from '../../src/runtime/homes/reservation-ports.js';
import { idOf } from '../../src/shared/id.js';
import { PostgresReservationBook } from '../../src/store/homes/postgres-reservation-book.js';
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
let book: ReservationBook;
let keys = 0;
const take = (step: RegisterStep, key = `nøkkel-${(keys += 1)}`) =>
  world.registerDesk.change({ tenant: trondheim, actor: kari.id, receipt: { key, requestHash: key }, step });
const home = (name: string) => idOf<'Home'>(name);
const keep = (name: string, as: string, untilOn?: string) =>
  reserveHomes([{ home: home(name), reservation: idOf(as), ...(untilOn && { untilOn }) }]);
const letGo = (name: string, as: string) => releaseHome(home(name), idOf(as), 'utlopt');
const past = async () => (await book.past(trondheim)).map(({ id }) => id);
const hasWork = async () => (await world.outbox.waiting(trondheim)).has('reservations');

beforeAll(async () => {
  world = await createPostgresWorld();
  book = new PostgresReservationBook(world.pool);
  await withoutTimedStarts(world);
  await take(enterBuilding(tun, smallHouses));
  for (const name of ['a', 'b', 'c', 'd', 'e'])
    await take(enterHome(home(name), { ...smallHouse, name: `Hus ${name}` }));
}, 180_000);
afterAll(() => world.stop());

// One test goes on where the one before it stopped: it is 10 in the morning of Monday 23 November 2026.
describe('the book of reservations on PostgreSQL', () => {
  it('gives one of two who keep the same home at the same moment what they ask for, and the other nothing', async () => {
    const outcomes = await Promise.all([take(keep('a', 'r-1', '2026-11-23')), take(keep('a', 'r-2', '2026-11-23'))]);

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual(
      expect.objectContaining({ rejection: expect.objectContaining({ reason: 'dwelling-taken' }) }),
    );
    expect(await world.homes.reservations(trondheim, 'a')).toHaveLength(1);
    await take(releaseHome(home('a'), idOf(outcomes[0]?.ok === true ? 'r-1' : 'r-2'), 'nei'));
  });

  it('takes no reservation whose last day was yesterday, keeps nothing of a home that nobody has entered, and asks for no work', async () => {
    expect(await take(keep('a', 'r-0', '2026-11-22'))).toMatchObject({ rejection: { reason: 'register-input' } });
    expect(await take(keep('ukjent', 'r-0', '2026-11-24'))).toMatchObject({
      rejection: { reason: 'record-not-found' },
    });

    expect([await past(), await hasWork()]).toEqual([[], false]);
    expect(await world.outbox.nextWorkAt(trondheim)).toBeUndefined();
  });

  it('lets a last day last until midnight in Norway: nothing at 23.59, the reservation at 00.00', async () => {
    await take(keep('a', 'r-3', '2026-11-24'));
    await take(keep('b', 'r-4', '2026-11-23'));
    await take(keep('c', 'r-5'));
    expect(await world.outbox.nextWorkAt(trondheim)).toBe('2026-11-23T23:00:00.000Z');

    await world.clock.moveTo(trondheim, '2026-11-23T22:59:59.000Z');
    expect([await past(), await hasWork()]).toEqual([[], false]);
    await world.clock.moveTo(trondheim, '2026-11-23T23:00:00.000Z');
    expect(await book.past(trondheim)).toEqual([
      { id: 'r-4', home: 'b', homeName: 'Hus b', untilOn: '2026-11-23', reservedBy: 'kari' },
    ]);
    expect(await hasWork()).toBe(true);
  });

  it('says it again until the home is let go, which two at once do once, and the same key again without a second end', async () => {
    expect([await past(), await past()]).toEqual([['r-4'], ['r-4']]);

    const ends = await Promise.all([take(letGo('b', 'r-4'), 'utlopt-1'), take(letGo('b', 'r-4'), 'utlopt-2')]);
    expect(ends.filter(({ ok }) => ok)).toHaveLength(1);
    const key = ends[0]?.ok === true ? 'utlopt-1' : 'utlopt-2';
    expect(await take(letGo('b', 'r-4'), key)).toMatchObject({ ok: true });

    expect(await take(letGo('b', 'r-4'))).toMatchObject({ rejection: { reason: 'reservation-over' } });
    expect(await world.homes.reservations(trondheim, 'b')).toMatchObject([{ id: 'r-4', released: 'utlopt' }]);
    expect([await past(), await hasWork()]).toEqual([[], false]);
    expect(await take(keep('b', 'r-6', '2026-11-24'))).toMatchObject({ ok: true });
  });

  it('has the longest over first, those of one day by their ids, and never the one without a last day', async () => {
    await take(keep('d', 'r-7', '2026-11-26'));
    await take(keep('e', 'r-8', '2026-11-25'));

    await world.clock.moveTo(trondheim, '2027-11-23T09:00:00.000Z');

    expect(await past()).toEqual(['r-3', 'r-6', 'r-8', 'r-7']);
  });

  it('shows nothing of it to another municipality, however late it is there', async () => {
    await world.clock.moveTo(orkland, '2027-11-23T09:00:00.000Z');

    expect(await book.past(orkland)).toEqual([]);
    expect((await world.outbox.waiting(orkland)).has('reservations')).toBe(false);
  });
});
