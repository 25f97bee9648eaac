import type pg from 'pg';
import type { HousingPlanBook, HousingPlanContent, SharedWith } from '../../src/runtime/housing-plan-ports.js';
import { beSystemOutsideRequests } from '../../src/runtime/reading-as.js';
import { idOf } from '../../src/shared/id.js';
import { PostgresHousingPlanBook } from '../../src/store/people/postgres-housing-plan-book.js';
import { PostgresPersonRegister } from '../../src/store/people/postgres-person-register.js';
import { createPool } from '../../src/store/pool.js';
import { PostgresClock } from '../../src/store/postgres-clock.js';
import { kari } from '../support/contract-commands.js';
import { monday, orkland, trondheim } from '../support/store-world.js';
import { createTestDatabase } from '../support/test-database.js';
import type { TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let pool: pg.Pool;
let clock: PostgresClock;
let book: HousingPlanBook;
beforeAll(async () => {
  beSystemOutsideRequests();
  database = await createTestDatabase();
  pool = createPool(database.url, { max: 6 });
  clock = new PostgresClock(pool, 'frozen');
  book = new PostgresHousingPlanBook(pool);
  const persons = new PostgresPersonRegister(pool);
  for (const tenant of [trondheim, orkland]) await clock.freezeAt(tenant, monday);
  for (const name of ['siv', 'odd']) {
    const details = { name, language: 'nb', channel: 'digital', protection: 'none' } as const;
    await persons.register(trondheim, { ...details, id: idOf<'Actor'>(name) }, kari.id);
  }
}, 180_000);
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const person = (name: string) => idOf<'Actor'>(name);
const siv = person('siv');
const empty = { revision: 0, steps: [], shares: [] };
const dream: HousingPlanContent = { dream: 'Et hus med hage', steps: ['Kari: spør om visning', 'Jeg: sparer'] };
const write = (name: string, seen: number, content = dream) =>
  book.write(trondheim, { person: person(name), seen }, content);
const share = (name: string, id: string, shareWith: SharedWith) =>
  book.share(trondheim, { person: person(name), id }, shareWith);
const withdraw = (name: string, id: string) => book.withdraw(trondheim, { person: person(name), id });
const hvk = { group: 'hvk' };
const caseworker = { id: kari.id, groups: ['hvk'] };
const plansOf = async (reader = caseworker) =>
  (await book.sharedWith(trondheim, reader)).map(({ person: whose, shares }) => [whose, shares.map(({ id }) => id)]);

// One test goes on where the one before it stopped: it is 23 November 2026.
describe('the book of housing plans on PostgreSQL', () => {
  it('has an empty plan of revision 0 before it is written, also of somebody whom nobody knows, and takes nothing of theirs', async () => {
    expect(await book.plan(trondheim, siv)).toEqual({ person: 'siv', ...empty });
    expect(await book.plan(trondheim, person('ukjent'))).toEqual({ person: 'ukjent', ...empty });

    expect(await write('ukjent', 0)).toBe('unknown-person');
    expect(await share('ukjent', 'd-0', hvk)).toBe('unknown-person');
    expect(await plansOf()).toEqual([]);
  });

  it('writes the first plan once, of two at the same moment, with its 2 steps in their order', async () => {
    const outcomes = await Promise.all([write('siv', 0), write('siv', 0)]);

    expect(outcomes.toSorted()).toEqual(['stale-revision', undefined]);
    expect(await book.plan(trondheim, siv)).toEqual({
      ...{ person: 'siv', revision: 1, writtenAt: monday, shares: [] },
      ...dream,
    });
  });

  it('writes over what was seen, of two at the same moment one, and leaves nothing of what stood there', async () => {
    await clock.moveTo(trondheim, '2026-11-24T09:00:00.000Z');
    const next = { nextStep: 'Se på rekkehus', steps: [] };

    const outcomes = await Promise.all([write('siv', 1, next), write('siv', 1, next)]);

    expect(outcomes.toSorted()).toEqual(['stale-revision', undefined]);
    const written = { person: 'siv', revision: 2, writtenAt: '2026-11-24T09:00:00.000Z', shares: [], ...next };
    expect(await book.plan(trondheim, siv)).toEqual(written);
    for (const seen of [0, 1, 3]) expect(await write('siv', seen)).toBe('stale-revision');
    expect(await book.plan(trondheim, siv)).toEqual(written);
  });

  it('is shared once with a unit and once with somebody, however often and however many at once ask for it', async () => {
    const given = await Promise.all(['d-1', 'd-2', 'd-3'].map((id) => share('siv', id, hvk)));

    const [first] = given;
    expect(given).toEqual([first, first, first]);
    expect(await share('siv', 'd-4', hvk)).toEqual(first);
    expect(await share('siv', 'd-5', { actor: person('tor') })).toEqual({ id: 'd-5' });
    const { shares } = await book.plan(trondheim, siv);
    const sharedAt = '2026-11-24T09:00:00.000Z';
    expect(shares).toHaveLength(2);
    expect(shares).toContainEqual({ ...hvk, id: expect.stringMatching(/^d-[123]$/), sharedAt });
    expect(shares).toContainEqual({ id: 'd-5', actor: 'tor', sharedAt });
    expect(shares.map(({ id }) => ({ id }))).toContainEqual(first);
  });

  it('is seen by those it is shared with, as a unit or by name, and by nobody whose group or name is another', async () => {
    const [ofUnit] = (await book.plan(trondheim, siv)).shares.filter((one) => 'group' in one);

    expect(await plansOf()).toEqual([['siv', [ofUnit?.id]]]);
    expect(await plansOf({ id: person('tor'), groups: [] })).toEqual([['siv', ['d-5']]]);
    expect((await plansOf({ id: person('tor'), groups: ['hvk'] }))[0]?.[1]).toHaveLength(2);
    // A group that is called as somebody is, and the other way around.
    expect(await plansOf({ id: person('hvk'), groups: ['tor', 'rus'] })).toEqual([]);
  });

  it('is shown before it is written, the plan that was shared last first', async () => {
    await clock.moveTo(trondheim, '2026-11-25T09:00:00.000Z');
    await share('odd', 'd-6', hvk);

    expect(await book.sharedWith(trondheim, caseworker)).toMatchObject([{ person: 'odd' }, { person: 'siv' }]);
    expect((await book.sharedWith(trondheim, caseworker))[0]).not.toHaveProperty('writtenAt');
    expect((await book.sharedWith(trondheim, caseworker))[1]).toMatchObject({ writtenAt: '2026-11-24T09:00:00.000Z' });
  });

  it('is withdrawn once, by whom it is about, and shared anew under a new id', async () => {
    expect(await withdraw('siv', 'd-6')).toBe(false);
    expect(await withdraw('odd', 'finnes-ikke')).toBe(false);

    expect((await Promise.all([withdraw('odd', 'd-6'), withdraw('odd', 'd-6')])).toSorted()).toEqual([false, true]);
    expect((await plansOf()).map(([whose]) => whose)).toEqual(['siv']);
    expect(await share('odd', 'd-7', hvk)).toEqual({ id: 'd-7' });
    expect((await plansOf())[0]).toEqual(['odd', ['d-7']]);
  });

  it('shows, takes and ends nothing for another municipality', async () => {
    expect(await book.plan(orkland, siv)).toEqual({ person: 'siv', ...empty });
    expect(await book.sharedWith(orkland, caseworker)).toEqual([]);

    expect(await book.write(orkland, { person: siv, seen: 2 }, dream)).toBe('unknown-person');
    expect(await book.share(orkland, { person: siv, id: 'd-8' }, hvk)).toBe('unknown-person');
    expect(await book.withdraw(orkland, { person: siv, id: 'd-5' })).toBe(false);
    expect(await book.plan(trondheim, siv)).toMatchObject({ revision: 2, nextStep: 'Se på rekkehus' });
    expect((await book.plan(trondheim, siv)).shares).toHaveLength(2);
  });
});
