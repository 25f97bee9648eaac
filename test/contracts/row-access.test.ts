import pg from 'pg';
import { guardedTables, rowAccessSql, rowsFor } from '../../src/cases/access/row-access.js';
import { roles } from '../../src/cases/access/role-matrix.js';
import type { ReadingAs } from '../../src/runtime/reading-as.js';
import { asSystem, readAs } from '../../src/runtime/reading-as.js';
import { idOf } from '../../src/shared/id.js';
import { PostgresReadLog } from '../../src/store/access/postgres-read-log.js';
import { PostgresPersonRegister } from '../../src/store/people/postgres-person-register.js';
import { createPool } from '../../src/store/pool.js';
import { createPrismaReads } from '../../src/store/prisma-for.js';
import { queryInTenant } from '../../src/store/query-in-tenant.js';
import { readAtOnce } from '../../src/store/read-at-once.js';
import { orkland, trondheim } from '../support/store-world.js';
import { createTestDatabase } from '../support/test-database.js';
import type { TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let pool: pg.Pool;
let lookups: pg.Pool;
let persons: PostgresPersonRegister;
const kari = idOf<'Actor'>('kari');
beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.url);
  lookups = createPool(database.url, { pipeline: true, max: 2 });
  persons = new PostgresPersonRegister(pool);
  await asSystem(populate);
}, 180_000);
afterAll(async () => {
  await Promise.all([pool.end(), lookups.end()]);
  await database.drop();
});

// Siv has an advocate, Mona a protected address; all three are registered, and the advocate is not.
async function populate(): Promise<void> {
  for (const id of ['siv', 'odd', 'mona']) {
    const protection = id === 'mona' ? 'fortrolig' : 'none';
    const details = { name: id, language: 'nb', channel: 'digital', protection } as const;
    await persons.register(trondheim, { ...details, id: idOf<'Actor'>(id) }, kari);
  }
  const advocate = { id: 'r-1', kind: 'fullmektig', name: 'Gatejuristen', actor: idOf<'Actor'>('gatejurist') } as const;
  await persons.appoint(trondheim, { id: 'siv', revision: 1, by: kari }, { ...advocate, fromOn: '2026-01-01' });
  const friend = { id: 'r-2', kind: 'stottespiller', name: 'En venn', actor: idOf<'Actor'>('venn') } as const;
  await persons.appoint(trondheim, { id: 'odd', revision: 1, by: kari }, { ...friend, fromOn: '2026-01-01' });
}

const everyone = ['mona', 'odd', 'siv'];
const text = 'select id from registered_person order by id';
const seenAs = (who: ReadingAs, tenant = trondheim): Promise<readonly string[]> =>
  readAs(who, async () =>
    (await queryInTenant<{ id: string }>(pool, tenant, { text, values: [] })).map(({ id }) => id),
  );
const staff = (role: string): ReadingAs => ({ id: 'noen', roles: [role] });

describe('row-level security that knows the role', () => {
  it('is what the matrix says: a changed matrix needs a migration with the function as it is written now', async () => {
    const owner = new pg.Client(database.url);
    await owner.connect();
    const definition = `select prosrc from pg_proc where proname = 'boligflyt_shows_all'`;
    const before = await owner.query(definition);
    await owner.query(rowAccessSql());
    const after = await owner.query(definition);
    await owner.end();

    expect(before.rows).toHaveLength(1);
    expect(after.rows).toEqual(before.rows);
  });

  it('guards exactly the tables that are listed, each by one restrictive policy', async () => {
    const owner = new pg.Client(database.url);
    await owner.connect();
    const { rows } = await owner.query(
      `select tablename as "table", permissive, cmd from pg_policies where policyname = 'shown_by_role' order by 1`,
    );
    await owner.end();

    expect(rows).toEqual(
      Object.keys(guardedTables)
        .sort()
        .map((table) => ({ table, permissive: 'RESTRICTIVE', cmd: 'SELECT' })),
    );
  });

  it.each(roles)(
    'shows %s of the persons of others what the matrix says, also through every other way to read',
    async (role) => {
      const expected = rowsFor(role, 'registered_person') === 'all' ? everyone : [];
      const prisma = createPrismaReads(pool);
      const byPrisma = () =>
        prisma.read(trondheim, (reader) =>
          reader.registeredPerson.findMany({ select: { id: true }, orderBy: { id: 'asc' } }),
        );
      const atOnce = () =>
        readAtOnce<{ id: string }>(lookups, trondheim, { name: `persons-${role}`, text, values: [] });

      expect(await seenAs(staff(role))).toEqual(expected);
      expect(await readAs(staff(role), byPrisma)).toEqual(expected.map((id) => ({ id })));
      expect(await readAs(staff(role), atOnce)).toEqual(expected.map((id) => ({ id })));
    },
  );

  it('opens the register to 8 of the 19 roles', () => {
    expect(roles.filter((role) => rowsFor(role, 'registered_person') === 'all')).toEqual([
      'hvk',
      'bst',
      'botiltaksleder',
      'ambulant',
      'nav',
      'te',
      'vaktmester',
      'klagebehandler',
    ]);
  });

  it('shows everybody themselves and those they act for, or help, whatever their role', async () => {
    expect(await seenAs({ id: 'odd', roles: ['soker'] })).toEqual(['odd']);
    expect(await seenAs({ id: 'mona', roles: ['politiker'] })).toEqual(['mona']);
    expect(await seenAs({ id: 'gatejurist', roles: ['fullmektig'] })).toEqual(['siv']);
    expect(await seenAs({ id: 'venn', roles: ['publikum'] })).toEqual(['odd']);
  });

  it('adds up the rights of several roles, inside one municipality', async () => {
    expect(await seenAs({ id: 'noen', roles: ['politiker', 'hvk'] })).toEqual(everyone);
    expect(await seenAs({ id: 'noen', roles: ['hvk'] }, orkland)).toEqual([]);
  });

  it('shows nobody anything where nobody has said who reads, and the system all of it', async () => {
    const silent = await queryInTenant(pool, trondheim, { text, values: [] });

    expect(silent).toEqual([]);
    expect(await seenAs({ id: '', roles: [] })).toEqual([]);
    expect(await seenAs('the system')).toEqual(everyone);
  });

  it('lets processes of the version before go on, which never say who reads, and no connection of this one', async () => {
    const before = new pg.Client({ connectionString: database.url, options: '-c role=boligflyt_app' });
    await before.connect();
    await before.query(`select set_config('app.tenant', 'trondheim', false)`);
    const { rows } = await before.query(text);
    await before.end();
    const client = await pool.connect();
    await client.query(`begin; select set_config('app.tenant', 'trondheim', true)`);
    const silent = await client.query(text);
    await client.query('rollback');
    client.release();

    expect([rows.length, silent.rows.length]).toEqual([3, 0]);
  });

  it('gives a route without a guard nothing: an administrator who reads the register finds nobody, by id or by name', async () => {
    const log = new PostgresReadLog(pool);
    const ask = () =>
      Promise.all([
        persons.person(trondheim, idOf('siv')),
        persons.named(trondheim, 'siv'),
        log.showPerson(trondheim, idOf('siv'), () => ({})),
        persons.change(trondheim, { id: 'siv', revision: 2, by: kari }, details),
      ]);
    const details = { name: 'En annen', language: 'nb', channel: 'digital', protection: 'none' } as const;

    expect(await readAs(staff('admin'), ask)).toEqual([undefined, [], undefined, 'not-found']);
    expect(await readAs(staff('hvk'), () => persons.person(trondheim, idOf('siv')))).toMatchObject({ name: 'siv' });
  });

  it('knows who has a protected address whoever asks, and takes nobody further by having told', async () => {
    const both = `select array(select boligflyt_protected_persons()) as hidden, (select count(*)::int from registered_person) as seen`;
    const ask = (tenant: typeof trondheim) => queryInTenant(pool, tenant, { text: both, values: [] });
    const after = `with told as materialized (select count(*) from boligflyt_protected_persons())
      select r.id from told, registered_person as r`;

    expect(await readAs(staff('politiker'), () => ask(trondheim))).toEqual([{ hidden: ['mona'], seen: 0 }]);
    expect(await readAs(staff('politiker'), () => ask(orkland))).toEqual([{ hidden: [], seen: 0 }]);
    expect(await readAs(staff('politiker'), () => queryInTenant(pool, trondheim, { text: after, values: [] }))).toEqual(
      [],
    );
  });

  it('asks for the role once a statement, not once a row', async () => {
    const explain = { text: `explain (costs off) ${text}`, values: [] };
    const rows = await readAs(staff('hvk'), () => queryInTenant<{ 'QUERY PLAN': string }>(pool, trondheim, explain));
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');

    expect(plan).toMatch(/InitPlan 1/);
    expect(plan.match(/boligflyt_shows_all/g) ?? []).toEqual([]);
  });
});
