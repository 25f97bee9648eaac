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
