import pg from 'pg';
import { guardedTables } from '../../src/cases/access/row-access.js';
import { createTestDatabase } from '../support/test-database.js';
import type { TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client(database.url);
  await owner.connect();
}, 180_000);
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const ours = `c.relnamespace = 'public'::regnamespace and c.relname <> '_prisma_migrations'`;
const names = async (sql: string): Promise<readonly string[]> => {
  const { rows } = await owner.query<{ name: string }>(sql);
  return rows.map(({ name }) => name);
};

describe('the database', () => {
  it('has row-level security enabled and forced on every table', async () => {
    const open = await names(
      `select c.relname as name from pg_class c
       where ${ours} and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`,
    );

    expect(open).toEqual([]);
  });

  it('has a policy on every table, and another one on the list of municipalities, the log of reads and what is guarded by role only', async () => {
    const bare = await names(
      `select c.relname as name from pg_class c where ${ours} and c.relkind in ('r', 'p')
       and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'own_municipality')`,
    );
    const wider = await names(
      `select polrelid::regclass::text as name from pg_policy where polname <> 'own_municipality'`,
    );

    expect(bare).toEqual([]);
    expect(wider.toSorted()).toEqual([...Object.keys(guardedTables), 'read_log', 'tenant'].toSorted());
  });

  it('keeps the municipality first in every primary key', async () => {
    const others = await names(
      `select c.relname as name from pg_class c
       join pg_index i on i.indrelid = c.oid and i.indisprimary
       join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where ${ours} and a.attname <> 'tenant'`,
    );

    expect(others).toEqual([]);
  });

  it('gives the application a role that owns nothing, cannot log in and cannot pass by row-level security', async () => {
    const { rows } = await owner.query(
      `select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb,
         (select count(*)::int from pg_shdepend d where d.refobjid = r.oid and d.deptype = 'o') as owned
       from pg_roles r where rolname = 'boligflyt_app'`,
    );

    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcanlogin: false, rolcreaterole: false, rolcreatedb: false, owned: 0 },
    ]);
  });

  it('lets the application neither rewrite what has happened nor what was deployed', async () => {
    const unwritable = await names(
      `select c.relname as name from pg_class c where ${ours} and c.relkind = 'r'
       and not has_table_privilege('boligflyt_app', c.oid, 'update') and not has_table_privilege('boligflyt_app', c.oid, 'delete')
       order by 1`,
    );

    expect(unwritable).toEqual([
      'api_key',
      'application',
      'case_decision',
      'case_record',
      'decision',
      'decision_model',
      'definition',
      'deleted_case',
      'form',
      'hearing_statement',
      'housing_plan_share',
      'incoming_document',
      'journal',
      'journal_entry',
      'journal_number',
      'needs_picture',
      'posted_letter',
      'register_history',
    ]);
  });

  it('makes every view ask in the name of its reader', async () => {
    const asOwner = await names(
      `select c.relname as name from pg_class c
       where ${ours} and c.relkind = 'v' and not coalesce(c.reloptions @> '{security_invoker=true}', false)`,
    );

    expect(asOwner).toEqual([]);
  });
});
