import writeXlsxFile from 'write-excel-file/node';
import type { SheetData } from 'write-excel-file/node';
import { hiddenText } from '../../cases/figures/figure-table.js';
import type { FigureTable } from '../../cases/figures/figure-table.js';

// What a spreadsheet allows as the name of a sheet.
const longestName = 31;

/** Writes tables as a workbook of a spreadsheet, one sheet a table; a hidden figure is said to be hidden. */
export async function writeWorkbook(tables: readonly FigureTable[]): Promise<Uint8Array> {
  const sheets = tables.map((table) => ({
    data: sheetOf(table),
    sheet: table.id.slice(0, longestName),
    columns: [{ width: 42 }, ...table.columns.map(() => ({ width: 16 }))],
  }));
  return writeXlsxFile(sheets).toBuffer();
}

const sheetOf = ({ title, about, columns, rows }: FigureTable): SheetData => [
  [{ value: title, fontWeight: 'bold' }],
  [{ value: about }],
  ['', ...columns].map((name) => ({ value: name, fontWeight: 'bold' as const })),
  ...rows.map(({ name, cells }) => [
    { value: name },
    ...cells.map((cell) => (cell === null ? { value: hiddenText } : { value: cell })),
  ]),
];
