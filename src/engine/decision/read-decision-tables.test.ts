import { readFileSync } from 'node:fs';
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
    annotations: [],
  });
});

it('gives what the author says of a decision, of its answer, and of a rule', async () => {
  const [table] = await readDecisionTables(readFileSync('workflows/lokalt-valg/kontakt-hver.dmn', 'utf8'));

  expect(table).toMatchObject({
    decision: 'kontakt-hver',
    question: 'Hvor ofte skal den som venter på bolig, høre fra oss?',
    outputs: [{ column: 'kontaktHver', label: 'dager', type: 'number', values: '[14..80]' }],
    rules: [{ tests: [], results: [{ text: '80' }], annotations: [expect.stringContaining('D12')] }],
  });
});

it('gives none for what is no DMN', async () => {
  expect(await readDecisionTables('<definitions')).toEqual([]);
});
