import pg from 'pg';
import { guardedTables, rowsFor, type Guarded } from '../../src/cases/access/row-access.js';
import { roles } from '../../src/cases/access/role-matrix.js';
import type { ReadingAs } from '../../src/runtime/reading-as.js';
import { asSystem, readAs } from '../../src/runtime/reading-as.js';
import { idOf } from '../../src/shared/id.js';
import { PostgresReadLog } from '../../src/store/access/postgres-read-log.js';
import { createPool } from '../../src/store/pool.js';
import { queryInTenant } from '../../src/store/query-in-tenant.js';
import { guardedRows } from '../support/guarded-rows.js';
import { trondheim } from '../support/store-world.js';
import { createTestDatabase } from '../support/test-database.js';
import type { TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.url);
  const owner = new pg.Client(database.url);
  await owner.connect();
  await owner.query(guardedRows);
  await owner.end();
}, 180_000);
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const tables = Object.keys(guardedTables) as readonly Guarded[];
/** How many rows each guarded table shows: Siv, Odd and nobody in particular have one each, where the table can hold that. */
async function shownTo(who: ReadingAs): Promise<Readonly<Record<string, number>>> {
  const counts = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ');
  const [row] = await readAs(who, () =>
    queryInTenant<Record<string, number>>(pool, trondheim, { text: `select ${counts}`, values: [] }),
  );
  return row ?? {};
}

const all = {
  registered_person: 2,
  representative: 1,
  household: 2,
  household_member: 4,
  household_change: 2,
  read_log: 2,
  case_decision: 2,
  case_record: 2,
  letter: 3,
  incoming_document: 3,
  waiting_list_entry: 2,
  waiting_list_review: 2,
  tenancy: 2,
  rent_claim: 2,
  hearing_statement: 2,
  repair: 2,
  safety_report: 2,
};
const none = Object.fromEntries(tables.map((table) => [table, 0]));

describe('rows that the database guards by role', () => {
  it.each(roles)('%s is shown of the 17 tables what the matrix says of others, and nothing else', async (role) => {
    const expected = Object.fromEntries(
      Object.entries(all).map(([table, rows]) => [table, rowsFor(role, table as Guarded) === 'all' ? rows : 0]),
    );
    const letters = rowsFor(role, 'letter') === 'all' ? 3 : rowsFor(role, 'other_letter') === 'all' ? 1 : 0;

    expect(await shownTo({ id: 'noen', roles: [role] })).toEqual({ ...expected, letter: letters });
  });

  it('the system is shown all of them, and who has said nothing none', async () => {
    const counts = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ');
    const silent = await queryInTenant(pool, trondheim, { text: `select ${counts}`, values: [] });

    expect([await shownTo('the system'), silent]).toEqual([all, [none]]);
  });

  it('Siv is shown her own: also who lives with her, and the letter that was sent to her friend about her case', async () => {
    expect(await shownTo({ id: 'siv', roles: ['soker'] })).toEqual({
      ...none,
      registered_person: 1,
      representative: 1,
      household: 1,
      household_member: 2,
      household_change: 1,
      read_log: 1,
      case_decision: 1,
      case_record: 1,
      letter: 2,
      incoming_document: 1,
      waiting_list_entry: 1,
      waiting_list_review: 1,
      tenancy: 1,
      rent_claim: 1,
      hearing_statement: 1,
      repair: 1,
      safety_report: 1,
    });
  });

  it('her advocate is shown the same of her but what she reported and said herself, who has read of her, and what others wrote to her', async () => {
    expect(await shownTo({ id: 'gatejurist', roles: ['fullmektig'] })).toEqual({
      ...none,
      registered_person: 1,
      representative: 1,
      household: 1,
      household_member: 2,
      household_change: 1,
      case_decision: 1,
      case_record: 1,
      letter: 1,
      waiting_list_entry: 1,
      waiting_list_review: 1,
      tenancy: 1,
      rent_claim: 1,
    });
  });

  it('whoever writes a read lets go of those that are over, and is shown none of them', async () => {
    const log = new PostgresReadLog(pool);
    const read = {
      person: idOf<'Actor'>('siv'),
      actor: idOf<'Actor'>('kari'),
      role: 'hvk',
      relation: 'unit',
      shown: 'person',
    } as const;
    const kari = { id: 'kari', roles: ['hvk'] };
    const ofOdd = () => readAs('the system', () => log.ofPerson(trondheim, idOf('odd')));

    expect(await ofOdd()).toHaveLength(1);
    await readAs(kari, () => log.showPerson(trondheim, idOf('siv'), () => ({ read: { ...read, keepFor: 'P1Y' } })));
    expect(await ofOdd()).toEqual([]);
    expect(await readAs(kari, () => log.ofPerson(trondheim, idOf('siv')))).toMatchObject([{ actor: 'kari' }]);
    expect(await asSystem(() => log.ofPerson(trondheim, idOf('siv')))).toHaveLength(2);
  });

  it('Odd, who lived with Siv before her child was there, is shown that he did and not who lives there now', async () => {
    const text = 'select person from household_member order by household, person';
    const shown = () => queryInTenant<{ person: string }>(pool, trondheim, { text, values: [] });

    expect(await readAs({ id: 'odd', roles: ['soker'] }, shown)).toEqual([{ person: 'odd' }, { person: 'odd' }]);
  });

  it('a home is known to be let by whoever may not know by whom', async () => {
    const text = `select array(select boligflyt_let_homes()) as homes, (select count(*)::int from tenancy) as leases,
      (select sum(reports)::int from boligflyt_recent_reports()) as reports, (select count(*)::int from safety_report) as seen`;
    const asked = () => queryInTenant(pool, trondheim, { text, values: [] });

    expect(await readAs({ id: 'noen', roles: ['prosjektleder'] }, asked)).toEqual([
      { homes: ['h-odd', 'h-siv'], leases: 0, reports: 2, seen: 0 },
    ]);
  });
});
