import type pg from 'pg';
import { idOf } from '../../src/shared/id.js';
import { PostgresNeedsPictureBook } from '../../src/store/cases/postgres-needs-picture-book.js';
import { PostgresTenantRegister } from '../../src/store/people/postgres-tenant-register.js';
import { createPool } from '../../src/store/pool.js';
import { queryInTenant } from '../../src/store/query-in-tenant.js';
import { orkland, trondheim } from '../support/store-world.js';
import { createTestDatabase } from '../support/test-database.js';
import type { TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let pool: pg.Pool;
let book: PostgresNeedsPictureBook;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.url, { pipeline: true });
  book = new PostgresNeedsPictureBook(pool);
  for (const tenant of [trondheim, orkland]) await new PostgresTenantRegister(pool).enter(tenant, tenant);
}, 180_000);
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const publish = (tenant: typeof trondheim, of: string, people: number) =>
  book.publish({
    ...{ tenant, processInstanceId: idOf<'ProcessInstance'>(of), publishedAt: '2027-09-30T08:00:00.000Z' },
    ...{ publishedBy: idOf<'Actor'>('knut'), items: [{ id: 'smahus', name: 'Småhus', people }] },
  });

describe('the book of pictures of needs', () => {
  it('gives each case the next number, the newest first; a case that is repeated keeps its number and its 3 people', async () => {
    expect([await publish(trondheim, 'sak-1', 3), await publish(trondheim, 'sak-2', 7)]).toEqual([1, 2]);
    expect(await publish(trondheim, 'sak-1', 99)).toBe(1);

    expect(await book.list(trondheim)).toEqual([
      expect.objectContaining({ version: 2, items: [{ id: 'smahus', name: 'Småhus', people: 7 }] }),
      {
        ...{ version: 1, publishedAt: '2027-09-30T08:00:00.000Z', publishedBy: 'knut' },
        items: [{ id: 'smahus', name: 'Småhus', people: 3 }],
      },
    ]);
  });

  it('counts the versions of another municipality from 1, and shows neither to the other', async () => {
    expect(await publish(orkland, 'sak-3', 1)).toBe(1);
    expect(await book.list(orkland)).toHaveLength(1);
  });

  it.each(['update needs_picture set version = 9', 'delete from needs_picture'])('refuses «%s»', async (text) => {
    await expect(queryInTenant(pool, trondheim, { text, values: [] })).rejects.toThrow(/permission denied/);
  });
});
