import { leaseRowSchema } from '../../../src/contract/lease-file.contract.js';
import { personRowSchema } from '../../../src/contract/person-file.contract.js';
import { columnsOf } from './file-columns.js';

it('a file of leases has 12 columns: the person must stand there, the day is a date, the rent a number', () => {
  const columns = columnsOf(leaseRowSchema);

  expect(columns).toHaveLength(12);
  expect(columns.filter(({ isRequired }) => isRequired).map(({ name }) => name)).toEqual(['home', 'person', 'fromOn']);
  expect(columns.find(({ name }) => name === 'fromOn')).toMatchObject({ kind: 'date', words: [] });
  expect(columns.find(({ name }) => name === 'rent')).toMatchObject({ kind: 'number' });
});

it('a file of persons says which languages letters are written in, and what is usual need not stand there', () => {
  const language = columnsOf(personRowSchema).find(({ name }) => name === 'language');

  expect(language).toEqual({ name: 'language', isRequired: false, kind: 'choice', words: ['nb', 'nn', 'en'] });
});
