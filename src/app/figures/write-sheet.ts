import writeXlsxFile from 'write-excel-file/node';
import type { Cells } from '../../cases/homes/table-file.js';

/** Writes a table as a workbook with one sheet, the first row in bold. Text stays text: no cell is ever a formula. */
export const writeSheet = async (name: string, cells: Cells): Promise<Uint8Array> => {
  const [head = [], ...rows] = cells;
  const data = [
    head.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map((value) => (value === '' ? null : { value }))),
  ];
  return writeXlsxFile([{ data, sheet: name, columns: head.map(() => ({ width: 20 })) }]).toBuffer();
};
