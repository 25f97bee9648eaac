import { readTableFile } from './table-file.js';

const columns = { id: 'text', name: 'text' } as const;

it('takes a file in UTF-8, and none in which letters were lost: «Småhus» saved as Windows-1252', () => {
  const bytes = Buffer.from('id;name\n1;Småhus', 'latin1');
  const lost = new TextDecoder().decode(bytes);

  expect(readTableFile(columns, 'csv', 'id;name\n1;Småhus')).toMatchObject({ ok: true, rows: [{ line: 2 }] });
  for (const format of ['csv', 'json'] as const)
    expect(readTableFile(columns, format, lost)).toEqual({
      ok: false,
      errors: [{ path: 'fil', message: 'Noen bokstaver kan ikke leses. Lagre filen som UTF-8, og send den på nytt.' }],
    });
});

describe('the rows of a spreadsheet', () => {
  const read = (rows: unknown) => readTableFile(columns, 'rows', JSON.stringify(rows));

  it('are read as CSV is, with the numbers that the spreadsheet gives them: what is empty is passed over, and row 4 is row 4', () => {
    expect(
      read([
        ['id', 'name'],
        ['1', 'Småhus; «rødt»'],
        ['', ''],
        ['=2', ''],
      ]),
    ).toEqual({
      ok: true,
      rows: [
        { line: 2, said: { id: '1', name: 'Småhus; «rødt»' }, names: ['id', 'name'] },
        { line: 4, said: { id: '=2' }, names: ['id', 'name'] },
      ],
    });
  });

  it.each([
    ['no list', { id: '1' }],
    ['rows that are none', ['id', 'name']],
    ['cells that are no text', [['id'], [1]]],
  ])('are refused where they are %s', (_, rows) => {
    expect(read(rows)).toMatchObject({ ok: false, errors: [{ path: 'fil' }] });
  });

  it('are refused with the row and the column that is not known', () => {
    expect(
      read([
        ['id', 'farge'],
        ['1', 'rød'],
      ]),
    ).toMatchObject({ errors: [{ path: 'rad 1, farge' }] });
  });
});
