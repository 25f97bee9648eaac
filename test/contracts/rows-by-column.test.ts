import fc from 'fast-check';
import { rowsByColumn, valuesByColumn } from '../../src/store/rows-by-column.js';
import { createPostgresWorld } from '../support/store-world.js';
import type { PostgresWorld } from '../support/store-world.js';

let world: PostgresWorld;
beforeAll(async () => {
  world = await createPostgresWorld();
}, 180_000);
afterAll(() => world.stop());

const columns = {
  name: 'text',
  revision: 'int',
  isOver: 'boolean',
  groups: 'text[]',
  said: 'json',
  result: 'jsonb',
  at: 'timestamptz',
} as const;

async function sent(rows: readonly object[]): Promise<readonly object[]> {
  const text = `select r.* from ${rowsByColumn(columns, 1)} as r`;
  const answer = await world.pool.query<object>(text, [...valuesByColumn(columns, rows)]);
  return answer.rows;
}

const at = '2026-11-22T17:30:00.000Z';

test('rows arrive as they were given, whatever stands in their texts', async () => {
  const rows = [
    { name: 'Ola «Nordmann»', revision: 1, isOver: false, groups: ['hvk', 'nav'], said: { a: 'b' }, result: [1], at },
    { name: 'a,b}"\\{', revision: -2, isOver: true, groups: ['a,b', '"', '\\', ''], said: 'x\ny', result: 0, at },
    { name: 'NULL', revision: 0, isOver: false, groups: ['NULL'], said: '', result: false, at },
    { name: '', revision: 7, isOver: false, groups: [], said: ['\\n', '"'], result: { '\n': '\r\n' }, at },
    { name: 'to\nlinjer\ttab', revision: 3, isOver: true, groups: ['en\nto'], said: {}, result: {}, at },
  ];

  expect(await sent(rows)).toEqual(rows);
});

test('what a row lacks is null, also where it is the only row', async () => {
  const nothing = { name: null, revision: null, isOver: null, groups: null, said: null, result: null, at: null };

  expect(await sent([{}])).toEqual([nothing]);
  expect(await sent([{ name: 'a' }, {}])).toEqual([{ ...nothing, name: 'a' }, nothing]);
  expect(await sent([{}, { said: [] }])).toEqual([nothing, { ...nothing, said: [] }]);
});

test('no rows are no rows', async () => {
  expect(await sent([])).toEqual([]);
});

test('any texts and any JSON come through in any number of rows', async () => {
  // PostgreSQL keeps no text with U+0000.
  const text = fc.string({ unit: 'grapheme' }).filter((drawn) => !drawn.includes('\0'));
  const row = fc.record({ name: text, groups: fc.array(text), said: fc.jsonValue() });
  const rest = { revision: null, isOver: null, result: null, at: null };
  const isKept = ({ said }: { readonly said: unknown }): boolean => said !== null && !Object.is(said, -0);

  await fc.assert(
    fc.asyncProperty(fc.array(row.filter(isKept), { maxLength: 20 }), async (rows) => {
      expect(JSON.parse(JSON.stringify(await sent(rows)))).toEqual(
        rows.map((drawn) => JSON.parse(JSON.stringify({ ...drawn, ...rest }))),
      );
    }),
    { numRuns: 60 },
  );
});
