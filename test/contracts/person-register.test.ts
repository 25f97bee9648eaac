import type pg from 'pg';
import type { PersonDetails, SeenRevision } from '../../src/runtime/person-ports.js';
import { beSystemOutsideRequests } from '../../src/runtime/reading-as.js';
import { idOf } from '../../src/shared/id.js';
import { PostgresPersonRegister } from '../../src/store/people/postgres-person-register.js';
import { createPool } from '../../src/store/pool.js';
import { queryInTenant } from '../../src/store/query-in-tenant.js';
import { orkland, trondheim } from '../support/store-world.js';
import { createTestDatabase } from '../support/test-database.js';
import type { TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let pool: pg.Pool;
let persons: PostgresPersonRegister;
beforeAll(async () => {
  beSystemOutsideRequests();
  database = await createTestDatabase();
  pool = createPool(database.url);
  persons = new PostgresPersonRegister(pool);
}, 180_000);
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const kari = idOf<'Actor'>('kari');
const plain: PersonDetails = { name: 'Siv Dahl', language: 'nb', channel: 'digital', protection: 'none' };
const seen = (id: string, revision: number): SeenRevision => ({ id, revision, by: kari });
const register = (id: string, details: Partial<PersonDetails> = {}) =>
  persons.register(trondheim, { ...plain, ...details, id: idOf<'Actor'>(id) }, kari);

describe('the register of people', () => {
  it('keeps what is said first of an id, in one municipality', async () => {
    expect(await register('siv', { bornOn: '1990-02-28', address: 'Munkegata 1' })).toBe(true);
    expect(await register('siv', { name: 'En annen' })).toBe(false);

    expect(await persons.person(trondheim, idOf('siv'))).toEqual({
      ...plain,
      id: 'siv',
      revision: 1,
      bornOn: '1990-02-28',
      address: 'Munkegata 1',
      representatives: [],
    });
    expect(await persons.person(orkland, idOf('siv'))).toBeUndefined();
  });

  it('changes what has been seen in its present revision, of two at the same moment one', async () => {
    await register('odd', { name: 'Odd Lund', phone: '+4799999999' });

    const outcomes = await Promise.all([
      persons.change(trondheim, seen('odd', 1), { ...plain, name: 'Odd Lunde', language: 'nn' }),
      persons.change(trondheim, seen('odd', 1), { ...plain, name: 'Odd Lunde', language: 'nn' }),
    ]);

    expect(outcomes.filter((refusal) => refusal === undefined)).toHaveLength(1);
    expect(outcomes).toContain('stale-revision');
    const odd = await persons.person(trondheim, idOf('odd'));
    expect(odd).toMatchObject({ name: 'Odd Lunde', language: 'nn', revision: 2 });
    expect(odd?.phone).toBeUndefined();
    expect(await persons.change(trondheim, seen('ingen', 1), plain)).toBe('not-found');
  });

  it('finds people by any part of their name, and nobody with a protected address', async () => {
    await register('mona', { name: 'Mona Berg' });
    await register('else', { name: 'Else Bergset', protection: 'fortrolig' });
    await register('tove', { name: 'Tove Bergli', protection: 'strengt-fortrolig' });

    expect(await persons.named(trondheim, 'bErG')).toEqual([{ id: 'mona', name: 'Mona Berg' }]);
    expect(await persons.named(trondheim, '%')).toEqual([]);
    expect(await persons.named(orkland, 'berg')).toEqual([]);
  });

  it.each(['address', 'phone', 'email'])('cannot keep the %s of a person with a protected address', async (found) => {
    const keeping = register('rune', { protection: 'strengt-fortrolig', [found]: '12345' });

    await expect(keeping).rejects.toThrow('registered_person_not_found');
  });

  it('keeps every representative there ever was, and ends one once', async () => {
    await register('geir');
    const lawyer = { id: 'r-1', kind: 'fullmektig', name: 'Gatejuristen', fromOn: '2026-11-01' } as const;

    expect(await persons.appoint(trondheim, seen('geir', 1), lawyer)).toBeUndefined();
    expect(await persons.dismiss(trondheim, seen('geir', 2), { id: 'r-1', toOn: '2026-11-30' })).toBeUndefined();
    expect(await persons.dismiss(trondheim, seen('geir', 3), { id: 'r-1', toOn: '2026-12-30' })).toBe('not-found');
    expect(await persons.dismiss(trondheim, seen('geir', 3), { id: 'r-9', toOn: '2026-12-30' })).toBe('not-found');

    expect(await persons.person(trondheim, idOf('geir'))).toMatchObject({
      revision: 3,
      representatives: [{ ...lawyer, toOn: '2026-11-30' }],
    });
  });

  it('has no column for health: what it keeps is identity, contact, and who acts for whom', async () => {
    const rows = await queryInTenant<{ name: string }>(pool, trondheim, {
      text: `select column_name as name from information_schema.columns
        where table_name in ('registered_person', 'representative', 'household', 'household_member', 'household_change')`,
      values: [],
    });

    expect([...new Set(rows.map(({ name }) => name))].sort()).toEqual(
      `actor address born_on changed_at changed_by channel email from_on household id joined_in kind language left_in name
      organisation person phone protection reason registered_at registered_by revision role tenant to_on until_on
      was_wrong`.split(/\s+/),
    );
  });
});

describe('those for whom somebody acts', () => {
  it('are found from the first to the last day of the authority, and not where the person is only helped', async () => {
    const lawyer = { kind: 'fullmektig', name: 'Gatejuristen', actor: idOf<'Actor'>('jurist') } as const;
    for (const id of ['tuva', 'ulf', 'vidar']) await register(id, { name: id });
    const first = { ...lawyer, id: 'm1', fromOn: '2026-11-01', toOn: '2026-11-30' };
    await persons.appoint(trondheim, seen('tuva', 1), first);
    await persons.appoint(trondheim, seen('ulf', 1), { ...lawyer, id: 'm2', fromOn: '2026-11-30' });
    await persons.appoint(trondheim, seen('vidar', 1), {
      ...{ ...lawyer, id: 'm3', kind: 'stottespiller', fromOn: '2026-11-01' },
    });

    const on = (day: string) => persons.represented(trondheim, lawyer.actor, day);
    expect(await Promise.all(['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01'].map(on))).toEqual([
      [],
      ['tuva'],
      ['tuva', 'ulf'],
      ['ulf'],
    ]);
    expect(await persons.represented(orkland, lawyer.actor, '2026-11-30')).toEqual([]);
  });
});
