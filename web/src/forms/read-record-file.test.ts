import writeXlsxFile from 'write-excel-file/node';
import { readRecordFile } from './read-record-file.js';

const sheet = async (rows: readonly (readonly (string | number | boolean | Date | null)[])[]): Promise<File> => {
  const data = rows.map((row) => row.map((value) => (value === null ? null : { value, ...formatOf(value) })));
  const bytes = await writeXlsxFile([{ data, sheet: 'Ark' }]).toBuffer();
  return new File([new Uint8Array(bytes)], 'Bygg.XLSX');
};
const formatOf = (value: unknown) => (value instanceof Date ? { format: 'yyyy-mm-dd' } : {});

describe('a file of records', () => {
  it('is, of a spreadsheet, its first sheet as texts: numbers, dates, yes and no, and empty cells', async () => {
    const file = await sheet([
      ['id', 'antall', 'fra', 'heis', 'merknad'],
      ['a-1', 41, new Date('2026-11-23T00:00:00Z'), true, null],
      ['0042', -3, new Date('2027-01-01T00:00:00Z'), false, '=1+1'],
    ]);

    const { format, content } = await readRecordFile(file);

    expect(format).toBe('rows');
    expect(JSON.parse(content)).toEqual([
      ['id', 'antall', 'fra', 'heis', 'merknad'],
      ['a-1', '41', '2026-11-23', 'ja', ''],
      ['0042', '-3', '2027-01-01', 'nei', '=1+1'],
    ]);
  });

  it('is sent as it is where it is CSV, or JSON by its name', async () => {
    expect(await readRecordFile(new File(['id;name'], 'bygg.csv'))).toEqual({ format: 'csv', content: 'id;name' });
    expect(await readRecordFile(new File(['[]'], 'bygg.JSON'))).toEqual({ format: 'json', content: '[]' });
  });

  it('is refused where it is larger than 10 MB', async () => {
    await expect(readRecordFile(new File([new Uint8Array(10_000_001)], 'bygg.xlsx'))).rejects.toThrow('10000001');
  });

  it('is refused where it only says that it is a spreadsheet', async () => {
    await expect(readRecordFile(new File(['id;name'], 'bygg.xlsx'))).rejects.toThrow();
  });
});
