import { deliveredKey } from '../../../test/support/priority-key.js';
import { readDecisionTables } from './read-decision-tables.js';

it('gives the rules of the delivered priority key as they are written, without the cells where anything goes', async () => {
  const [table, ...others] = await readDecisionTables(deliveredKey);

  expect(others).toEqual([]);
  expect(table?.decision).toBe('prioriteringsnokkel-treff');
  expect(table?.rules).toHaveLength(7);
  expect(table?.rules[1]).toEqual({
    id: 'lenge-paragraf-27',
    tests: [{ column: 'A: dager etter § 27', text: '> 60' }],
    results: [
      { column: 'vilkar', text: '"A"' },
      { column: 'gruppe', text: '1' },
      { column: 'grunn', text: '"Har bodd midlertidig etter § 27 i over 60 dager"' },
    ],
  });
});

it('gives none for what is no DMN', async () => {
  expect(await readDecisionTables('<definitions')).toEqual([]);
});
