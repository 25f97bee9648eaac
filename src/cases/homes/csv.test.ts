import fc from 'fast-check';
import { readCsv, writeCsv } from './csv.js';

describe('CSV', () => {
  it('gives back every cell that was written, whatever is in it', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((cell) => !/^['\uFEFF]/.test(cell));
    const rows = fc.array(
      fc.tuple(
        text.map((cell) => `x${cell}`),
        text,
        text,
      ),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(rows, (cells) => {
        expect(readCsv(writeCsv([['a', 'b', 'c'], ...cells]))).toEqual([['a', 'b', 'c'], ...cells]);
      }),
    );
  });

  it('writes no cell that a spreadsheet would run, and leaves numbers alone', () => {
    expect(writeCsv([['=1+1', '@sum', '-3', "'=x"]])).toBe("'=1+1;'@sum;-3;''=x\r\n");
    expect(readCsv("a;b\r\n'=1+1;-3")).toEqual([
      ['a', 'b'],
      ['=1+1', '-3'],
    ]);
  });

  it('is read with commas, with a byte order mark, and without an end of the last line', () => {
    expect(readCsv('\uFEFFid,name\n1,"Hus, 1"\n\n2,')).toEqual([
      ['id', 'name'],
      ['1', 'Hus, 1'],
      ['2', ''],
    ]);
  });

  it('that never closes a quote is none', () => {
    expect(readCsv('id;name\n1;"Hus')).toBeUndefined();
  });
});
