import { StreamableFile } from '@nestjs/common';
import { writeCsv } from '../../cases/homes/csv.js';
import { cellsOf } from '../../cases/homes/table-file.js';
import type { JsonObject } from '../../shared/json.js';
import type { ApiPorts } from '../api-ports.js';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
} as const;

/** A file to keep. */
export interface NamedFile {
  /** Without what says its kind. */
  readonly name: string;
  readonly format: keyof typeof types;
}

/** Bytes as a file that a browser keeps. */
export const keptFile = ({ name, format }: NamedFile, bytes: Uint8Array): StreamableFile =>
  new StreamableFile(bytes, {
    type: types[format],
    disposition: `attachment; filename="${name}.${format}"`,
    length: bytes.length,
  });

/** Rows of text as the bytes of a CSV file: spreadsheets read one without a byte order mark as Latin-1. */
export const csvBytes = (rows: readonly (readonly string[])[]): Uint8Array => Buffer.from(`\uFEFF${writeCsv(rows)}`);

/** Records as a file with these columns: CSV, a spreadsheet, or a JSON list. */
export async function recordsFile(
  { writeSheet }: Pick<ApiPorts, 'writeSheet'>,
  file: NamedFile,
  { names, rows }: { readonly names: readonly string[]; readonly rows: readonly JsonObject[] },
): Promise<StreamableFile> {
  const cells = cellsOf(names, rows);
  switch (file.format) {
    case 'json':
      return keptFile(file, Buffer.from(JSON.stringify(rows, undefined, 2)));
    case 'xlsx':
      return keptFile(file, await writeSheet(file.name, cells));
    case 'csv':
      return keptFile(file, csvBytes(cells.map((row) => row.map(String))));
  }
}
