import pg from 'pg';
import { createPool } from '../../src/store/pool.js';
import { queryInTenant } from '../../src/store/query-in-tenant.js';
import { claim, complete, accepted, newCase, start } from '../support/contract-commands.js';
import { createPostgresWorld, orkland, trondheim } from '../support/store-world.js';
import type { PostgresWorld } from '../support/store-world.js';

let world: PostgresWorld;
let tables: readonly string[];
beforeAll(async () => {
  world = await createPostgresWorld();
  const { instance } = accepted((await world.store.change(trondheim, [start(newCase())]))[0]);
  await world.store.change(trondheim, [claim(instance, { key: 'n1', requestHash: 'a' })]);
  await world.store.change(trondheim, [complete(instance)]);
  await world.store.change(trondheim, [start(newCase(), { key: 'bestilling', variables: { nummer: '1' } })]);
  const { rows } = await world.pool.query<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'tenant'
     order by 1`,
  );
  tables = rows.map(({ name }) => name);
}, 180_000);
afterAll(() => world.stop());

const rowsSeen = async (ask: (sql: string) => Promise<number>): Promise<readonly string[]> => {
  const seen: string[] = [];
  for (const table of tables.filter((name) => name !== 'tenant')) {
    if ((await ask(`select count(*)::int as count from "${table}" where tenant = 'trondheim'`)) > 0) seen.push(table);
  }
  return seen;
};

describe('the walls between municipalities', () => {
  it('show a transaction without a municipality no row of any table', async () => {
    const seen = await rowsSeen(async (sql) => (await world.pool.query<{ count: number }>(sql)).rows[0]?.count ?? 0);

    expect(tables.length).toBeGreaterThan(20);
    expect(seen).toEqual([]);
  });

  it('show another municipality no row of any table, and one’s own all that was written', async () => {
    const count = (tenant: typeof trondheim) => async (sql: string) =>
      (await queryInTenant<{ count: number }>(world.pool, tenant, { text: sql, values: [] }))[0]?.count ?? 0;

    expect(await rowsSeen(count(orkland))).toEqual([]);
    expect(await rowsSeen(count(trondheim))).toEqual(
      expect.arrayContaining(['process_instance', 'journal', 'user_task', 'timer', 'subscription', 'outbox']),
    );
  });

  it('refuse rows that are written in the name of another', async () => {
    const text = `insert into actor (tenant, id, name, groups) values ('trondheim', 'spion', 'Spion', '{admin}')`;

    await expect(queryInTenant(world.pool, orkland, { text, values: [] })).rejects.toThrow(/row-level security/);
  });

  it('stand for the owner of the tables too, unless it is a superuser', async () => {
    const owner = new pg.Client(world.url);
    await owner.connect();
    await owner.query(`create role eier nologin; grant all on all tables in schema public to eier;
      alter table process_instance owner to eier; set role eier`);
    const { rows } = await owner.query('select count(*)::int as count from process_instance');
    await owner.query('reset role; alter table process_instance owner to postgres; drop owned by eier; drop role eier');
    await owner.end();

    expect(rows).toEqual([{ count: 0 }]);
  });

  it('do not leak from one use of a connection to the next', async () => {
    const pool = createPool(world.url, { max: 1 });
    const text = 'select count(*)::int as count from process_instance';
    const inside = await queryInTenant<{ count: number }>(pool, trondheim, { text, values: [] });
    const { rows: after } = await pool.query<{ count: number }>(text);
    await pool.end();

    expect([inside[0]?.count, after[0]?.count]).toEqual([2, 0]);
  });

  it('keep the application from changing what has happened', async () => {
    const rewrite = { text: `update journal set actor = 'ingen'`, values: [] };

    await expect(queryInTenant(world.pool, trondheim, rewrite)).rejects.toThrow(/permission denied/);
  });
});
