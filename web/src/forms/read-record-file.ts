import type { ImportFormat } from '@contract/record-file.contract.js';

/** What is sent of a file of records. */
export interface SentRecords {
  readonly format: ImportFormat;
  readonly content: string;
}

/**
 * What is sent of a file: CSV; JSON or a spreadsheet where its name says so. Of a spreadsheet it is the first sheet, as texts, read here: no server
 * unpacks what a stranger has packed. Rejects where a spreadsheet cannot be read.
 */
export async function readRecordFile(file: File): Promise<SentRecords> {
  const name = file.name.toLowerCase();
  if (name.endsWith('.xlsx')) return { format: 'rows', content: JSON.stringify(await rowsOf(file)) };
  return { format: name.endsWith('.json') ? 'json' : 'csv', content: await file.text() };
}

const mostBytes = 10_000_000;

async function rowsOf(file: File): Promise<readonly (readonly string[])[]> {
  if (file.size > mostBytes)
    throw new Error(`Expected a spreadsheet of at most ${mostBytes} bytes, but it has ${file.size}`);
  const { readSheet } = await import('read-excel-file/universal');
  const rows = await readSheet(file);
  return rows.map((row) => row.map(textOf));
}

/** A cell in the words of a file of records: dates as ISO 8601, yes and no as «ja» and «nei». */
export function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'boolean' ? (cell ? 'ja' : 'nei') : String(cell);
}
