import { idOf } from '../../src/shared/id.js';
import { PostgresJournalReader } from '../../src/store/cases/postgres-journal-reader.js';
import { PostgresLetterBook } from '../../src/store/cases/postgres-letter-book.js';
import { queryInTenant } from '../../src/store/query-in-tenant.js';
import { createPostgresWorld, orkland, trondheim } from '../support/store-world.js';
import type { PostgresWorld } from '../support/store-world.js';

let world: PostgresWorld;
let book: PostgresLetterBook;
let journal: PostgresJournalReader;
beforeEach(async () => {
  world = await createPostgresWorld();
  [book, journal] = [new PostgresLetterBook(world.pool), new PostgresJournalReader(world.pool)];
}, 180_000);
afterEach(() => world.stop());

const head = { language: 'nb', municipality: 'Trondheim kommune', recipient: 'Siv Dahl', reference: 'S-1' } as const;
const content = { ...head, title: 'Vedtak til Siv Dahl', publicTitle: 'Vedtak til *****', text: 'Du får bolig.' };
const letter = {
  ...{ ...content, checksum: 'a1', byPost: false, isInternal: false, tenant: trondheim, template: 'vedtak' },
  ...{ processInstanceId: idOf<'ProcessInstance'>('sak-1'), at: '2026-11-23T09:00:00.000Z' },
};
const all = { from: '2026-01-01', to: '2027-12-31' };
const numbers = async (tenant = trondheim): Promise<readonly string[]> =>
  (await journal.between(tenant, all, 100)).map(({ year, number }) => `${number}/${year}`);
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, place) => count - place);

it('numbers 40 letters that are sent at the same moment from 1 to 40, none twice and none left out', async () => {
  await Promise.all(upTo(40).map((nr) => book.write({ ...letter, key: `brev-${nr}` })));

  expect(await numbers()).toEqual(upTo(40).map((nr) => `${nr}/2026`));
  expect(await journal.count(trondheim, all)).toBe(40);
});

it('gives no number to a letter that is written again, and each municipality numbers of its own', async () => {
  await book.write({ ...letter, key: 'brev-1' });
  await book.write({ ...letter, key: 'brev-1' });
  await book.write({ ...letter, key: 'brev-1', tenant: orkland });
  await book.write({ ...letter, key: 'brev-2' });

  expect([await numbers(), await numbers(orkland)]).toEqual([['2/2026', '1/2026'], ['1/2026']]);
});

it('begins at 1 in the year that has begun in Norway: a letter of 23.30 on New Year’s Eve in London is of the new one', async () => {
  await book.write({ ...letter, key: 'brev-1', at: '2026-12-31T22:59:00.000Z' });
  await book.write({ ...letter, key: 'brev-2', at: '2026-12-31T23:30:00.000Z' });

  expect(await numbers()).toEqual(['1/2027', '1/2026']);
  const [newest] = await journal.between(trondheim, { from: '2027-01-01', to: '2027-01-01' }, 10);
  expect(newest).toEqual({
    ...{ year: 2027, number: 1, kind: 'U', title: 'Vedtak til *****', documentType: 'vedtak', sentBy: 'digital' },
    person: 'Siv Dahl',
    ...{ journaledOn: '2027-01-01', datedOn: '2027-01-01', processInstanceId: 'sak-1' },
  });
});

it('leaves no hole where a letter could not be written: neither the letter nor its number is there', async () => {
  const impossible = book.write({ ...letter, key: 'brev-1', at: 'i morgen' });

  await expect(impossible).rejects.toThrow('timestamp');
  await book.write({ ...letter, key: 'brev-2', byPost: true });
  expect(await numbers()).toEqual(['1/2026']);
  expect(await journal.between(trondheim, all, 10)).toMatchObject([{ sentBy: 'post' }]);
});

it('is never written over: the application may neither change nor delete what was entered', async () => {
  await book.write({ ...letter, key: 'brev-1' });
  const say = (text: string) => queryInTenant(world.pool, trondheim, { text, values: [] });

  await expect(say(`update journal_entry set title = ''`)).rejects.toThrow('permission denied for table journal_entry');
  await expect(say('delete from journal_entry')).rejects.toThrow('permission denied for table journal_entry');
});
