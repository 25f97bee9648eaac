import type pg from 'pg';
import type { SeenRevision } from '../../src/runtime/person-ports.js';
import { beSystemOutsideRequests } from '../../src/runtime/reading-as.js';
import { idOf } from '../../src/shared/id.js';
import { PostgresHouseholdRegister } from '../../src/store/people/postgres-household-register.js';
import { PostgresPersonRegister } from '../../src/store/people/postgres-person-register.js';
import { PostgresTieReader } from '../../src/store/people/postgres-tie-reader.js';
import { createPool } from '../../src/store/pool.js';
import { queryInTenant } from '../../src/store/query-in-tenant.js';
import { orkland, trondheim } from '../support/store-world.js';
import { createTestDatabase } from '../support/test-database.js';
import type { TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let pool: pg.Pool;
let persons: PostgresPersonRegister;
let households: PostgresHouseholdRegister;
beforeAll(async () => {
  beSystemOutsideRequests();
  database = await createTestDatabase();
  pool = createPool(database.url);
  persons = new PostgresPersonRegister(pool);
  households = new PostgresHouseholdRegister(pool);
}, 180_000);
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const kari = idOf<'Actor'>('kari');
const seen = (id: string, revision: number): SeenRevision => ({ id, revision, by: kari });
const register = (id: string) =>
  persons.register(
    trondheim,
    { name: id, language: 'nb', channel: 'digital', protection: 'none', id: idOf<'Actor'>(id) },
    kari,
  );

describe('the register of households', () => {
  const members = (...ids: readonly string[]) =>
    ids.map((id, place) => ({
      person: idOf<'Actor'>(id),
      role: place === 0 ? ('voksen' as const) : ('barn' as const),
    }));
  const wish = (on: string, ...ids: readonly string[]) => ({ members: members(...ids), on, reason: `Sagt ${on}` });
  const periods = async (id: string) =>
    (await households.ofPerson(trondheim, idOf(id))).flatMap(({ memberships }) =>
      memberships.map(({ person, fromOn, untilOn }) => [person, fromOn, untilOn]),
    );

  it('keeps who lives together, adults first, and changes what was seen', async () => {
    for (const id of ['anne', 'bo']) await register(id);

    const first = { id: 'h-1', ...wish('2026-01-01', 'bo', 'anne') };
    expect(await households.register(trondheim, first, kari)).toBeUndefined();
    expect(await households.register(trondheim, { ...first, ...wish('2026-01-01', 'anne') }, kari)).toBeUndefined();
    expect(await households.household(trondheim, 'h-1')).toEqual({
      id: 'h-1',
      revision: 1,
      members: members('bo', 'anne'),
    });

    expect(await households.change(trondheim, seen('h-1', 1), wish('2026-02-01', 'bo'))).toBeUndefined();
    expect(await households.change(trondheim, seen('h-1', 1), wish('2026-02-01', 'anne'))).toBe('stale-revision');
    expect(await households.change(trondheim, seen('h-9', 1), wish('2026-02-01', 'anne'))).toBe('not-found');
    expect(await households.household(trondheim, 'h-1')).toMatchObject({ revision: 2, members: members('bo') });
    expect(await households.household(orkland, 'h-1')).toBeUndefined();
  });

  it('keeps from when until when somebody was in it, also where they came back, and who said so, when and why', async () => {
    for (const id of ['gro', 'per']) await register(id);
    await households.register(trondheim, { id: 'h-5', ...wish('2026-01-01', 'gro', 'per') }, kari);
    await households.change(trondheim, seen('h-5', 1), wish('2026-03-01', 'gro'));
    await households.change(trondheim, seen('h-5', 2), wish('2026-05-01', 'gro', 'per'));

    const [household] = await households.ofPerson(trondheim, idOf('per'));

    const at = expect.stringMatching(/^\d{4}-.*Z$/);
    const because = (on: string) => ({ at, by: 'kari', reason: `Sagt ${on}` });
    const here = { wasWrong: false, joined: because('2026-01-01') };
    expect(household).toEqual({
      ...{ id: 'h-5', revision: 3 },
      memberships: [
        { ...here, person: 'gro', role: 'voksen', fromOn: '2026-01-01' },
        { ...here, person: 'per', role: 'barn', fromOn: '2026-05-01', joined: because('2026-05-01') },
        {
          ...here,
          person: 'per',
          role: 'barn',
          fromOn: '2026-01-01',
          untilOn: '2026-03-01',
          left: because('2026-03-01'),
        },
      ],
    });
  });

  it('tells of each only those who were in it on a same day', async () => {
    for (const id of ['ola', 'pål', 'rut']) await register(id);
    await households.register(trondheim, { id: 'h-6', ...wish('2026-01-01', 'ola', 'pål') }, kari);
    await households.change(trondheim, seen('h-6', 1), wish('2026-03-01', 'ola'));
    await households.change(trondheim, seen('h-6', 2), wish('2026-05-01', 'ola', 'rut'));

    expect(await periods('ola')).toEqual([
      ['ola', '2026-01-01', undefined],
      ['rut', '2026-05-01', undefined],
      ['pål', '2026-01-01', '2026-03-01'],
    ]);
    expect(await periods('pål')).toEqual([
      ['ola', '2026-01-01', undefined],
      ['pål', '2026-01-01', '2026-03-01'],
    ]);
    expect(await periods('rut')).toEqual([
      ['ola', '2026-01-01', undefined],
      ['rut', '2026-05-01', undefined],
    ]);
    expect(await households.familyOf(trondheim, idOf('rut'))).toEqual(['ola']);
    expect(await households.familyOf(trondheim, idOf('ola'))).toEqual(['pål', 'rut']);
  });

  it('is a tie after somebody has left, among those who met there, until it is said that they never were in it', async () => {
    for (const id of ['eva', 'jan', 'tor']) await register(id);
    const ties = new PostgresTieReader(pool);
    const tied = async (one: string, other: string) =>
      (await ties.between(trondheim, idOf(one), idOf(other))).sharesHousehold;
    await households.register(trondheim, { id: 'h-7', ...wish('2026-01-01', 'eva', 'jan') }, kari);
    await households.change(trondheim, seen('h-7', 1), wish('2026-03-01', 'eva'));
    await households.change(trondheim, seen('h-7', 2), wish('2026-03-02', 'eva', 'tor'));

    expect([await tied('eva', 'jan'), await tied('jan', 'eva'), await tied('eva', 'tor')]).toEqual([true, true, true]);
    expect(await tied('jan', 'tor')).toBe(false);

    const mistake = { ...wish('2026-02-01', 'eva'), wasWrong: true };
    expect(await households.change(trondheim, seen('h-7', 3), mistake)).toBeUndefined();
    expect([await tied('eva', 'tor'), await tied('eva', 'jan')]).toEqual([false, true]);
    expect(await households.familyOf(trondheim, idOf('eva'))).toEqual(['jan']);
    expect(await periods('tor')).toEqual([['tor', '2026-03-02', '2026-03-02']]);
  });

  it.each([
    ['end-before-start', wish('2025-12-31', 'lars')],
    ['household-unchanged', wish('2026-02-01', 'lars', 'nils')],
    ['unknown-person', wish('2026-02-01', 'lars', 'ukjent')],
    ['own-household', wish('2026-02-01', 'lars', 'kari')],
    ['mistake-and-more', { ...wish('2026-02-01', 'lars', 'liss'), wasWrong: true }],
  ])('refuses, as %s, and keeps it as it is', async (refusal, wished) => {
    for (const id of ['lars', 'nils', 'liss', 'kari']) await register(id);
    await households.register(trondheim, { id: 'h-8', ...wish('2026-01-01', 'lars', 'nils') }, kari);

    expect(await households.change(trondheim, seen('h-8', 1), wished)).toBe(refusal);

    expect(await households.household(trondheim, 'h-8')).toMatchObject({ revision: 1, members: [{}, {}] });
    expect((await periods('lars')).length).toBe(2);
  });

  it('makes one of two changes of the same moment, and keeps one reason', async () => {
    for (const id of ['alf', 'bea']) await register(id);
    await households.register(trondheim, { id: 'h-12', ...wish('2026-01-01', 'alf', 'bea') }, kari);
    const apart = () => households.change(trondheim, seen('h-12', 1), wish('2026-02-01', 'alf'));

    const outcomes = await Promise.all([apart(), apart()]);

    expect(outcomes.toSorted()).toEqual(['stale-revision', undefined]);
    expect(await periods('alf')).toEqual([
      ['alf', '2026-01-01', undefined],
      ['bea', '2026-01-01', '2026-02-01'],
    ]);
  });

  it.each([
    ['registered_person', 'finn', /household_member_tenant_person_fkey/],
    ['household', 'h-13', /household_(change|member)_tenant_household_fkey/],
  ])('is never left behind by a row of %s that is deleted: the database refuses', async (table, id, key) => {
    for (const one of ['finn', 'gry']) await register(one);
    await households.register(trondheim, { id: 'h-13', ...wish('2026-01-01', 'finn', 'gry') }, kari);

    const text = `delete from ${table} where tenant = 'trondheim' and id = $1`;
    await expect(queryInTenant(pool, trondheim, { text, values: [id] })).rejects.toThrow(key);
  });

  it('is not changed by who was in it, also after they have left', async () => {
    for (const id of ['lena', 'mats']) await register(id);
    await households.register(trondheim, { id: 'h-10', ...wish('2026-01-01', 'lena', 'mats') }, kari);
    await households.change(trondheim, seen('h-10', 1), wish('2026-02-01', 'lena'));
    const by = (id: string) => ({ ...seen('h-10', 2), by: idOf<'Actor'>(id) });

    for (const id of ['lena', 'mats'])
      expect(await households.change(trondheim, by(id), wish('2026-03-01', 'lena', 'mats'))).toBe('own-household');
    const own = { id: 'h-11', ...wish('2026-03-01', 'lena', 'mats') };
    expect(await households.register(trondheim, own, idOf('mats'))).toBe('own-household');
    expect(await households.household(trondheim, 'h-11')).toBeUndefined();
  });

  it('reads what was there before periods were kept as since always, and changed by nobody knows whom', async () => {
    for (const id of ['old', 'ung']) await register(id);
    const text = `with made as (insert into household (tenant, id, registered_by, registered_at, changed_by, changed_at)
        values ('trondheim', 'h-0', 'kari', now(), 'kari', now()))
      insert into household_member (tenant, household, person, role)
      values ('trondheim', 'h-0', 'old', 'voksen'), ('trondheim', 'h-0', 'ung', 'barn')`;
    await queryInTenant(pool, trondheim, { text, values: [] });

    expect(await households.change(trondheim, seen('h-0', 1), wish('1990-01-01', 'old'))).toBeUndefined();

    const [household] = await households.ofPerson(trondheim, idOf('old'));
    expect(household?.memberships).toEqual([
      { person: 'old', role: 'voksen', wasWrong: false },
      expect.objectContaining({ person: 'ung', untilOn: '1990-01-01', left: expect.objectContaining({ by: 'kari' }) }),
    ]);
    expect(await households.familyOf(trondheim, idOf('ung'))).toEqual(['old']);
  });

  it('tells who else lives with somebody, in one municipality', async () => {
    for (const id of ['turid', 'mons', 'ida']) await register(id);
    await households.register(trondheim, { id: 'h-3', ...wish('2026-01-01', 'turid', 'mons') }, kari);
    await households.register(trondheim, { id: 'h-4', ...wish('2026-01-01', 'turid', 'ida', 'mons') }, kari);

    expect(await households.familyOf(trondheim, idOf('turid'))).toEqual(['ida', 'mons']);
    const ofTurid = await households.ofPerson(trondheim, idOf('turid'));
    expect(ofTurid.map(({ id, memberships: [first] }) => [id, first?.role])).toEqual([
      ['h-3', 'voksen'],
      ['h-4', 'voksen'],
    ]);
    expect(await households.ofPerson(orkland, idOf('turid'))).toEqual([]);
    expect(await households.familyOf(trondheim, idOf('siv'))).toEqual([]);
    expect(await households.familyOf(orkland, idOf('turid'))).toEqual([]);
  });

  it('takes in nobody who is not registered', async () => {
    const unknown = { id: 'h-2', ...wish('2026-01-01', 'ukjent') };
    expect(await households.register(trondheim, unknown, kari)).toBe('unknown-person');
    expect(await households.household(trondheim, 'h-2')).toBeUndefined();
  });
});
