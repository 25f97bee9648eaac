import { isObject } from '../../shared/json.js';
import type { Json, JsonObject } from '../../shared/json.js';
import { readCsv, writeCsv } from './csv.js';

/** The columns of a file, and what stands in each. */
export type FileColumns = Readonly<Record<string, 'text' | 'number' | 'boolean' | 'list'>>;

/** Where something in a file is wrong: `rad 3, bruksareal`. The first row is the one with the names. */
export interface FileError {
  readonly path: string;
  readonly message: string;
}

/** A row of a file: where it stands, and what it says. */
export interface FileRow {
  readonly line: number;
  readonly said: JsonObject;
  /** The columns that it has a cell for, also an empty one: what it has none for is not spoken of. */
  readonly names: readonly string[];
}

/** The rows of a file, or everything that is wrong with it as a file. */
export type FileReading =
  | { readonly ok: true; readonly rows: readonly FileRow[] }
  | { readonly ok: false; readonly errors: readonly FileError[] };

/** What stands in the cells of a table: rows of texts and numbers, the first with the names of the columns. */
export type Cells = readonly (readonly (string | number)[])[];

/** Writes a table as a workbook of a spreadsheet (Office Open XML) with one sheet. */
export type SheetWriter = (name: string, cells: Cells) => Promise<Uint8Array>;

/** A table of records: a row with the names, and one for each record. */
export const cellsOf = (names: readonly string[], rows: readonly JsonObject[]): Cells => [
  names,
  ...rows.map((row) => names.map((name) => cellOf(row[name]))),
];

/** The same as CSV. */
export const cellsAsCsv = (cells: Cells): string => writeCsv(cells.map((row) => row.map(String)));

function cellOf(value: Json | undefined): string | number {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.join('|');
  if (typeof value === 'boolean') return value ? 'ja' : 'nei';
  return typeof value === 'number' ? value : String(value);
}

/** Reads a file with these columns: `csv`, `json` with a list of objects, or `rows` with a list of rows of texts. Names that are none of ours are wrong. */
export function readTableFile(columns: FileColumns, format: 'csv' | 'json' | 'rows', content: string): FileReading {
  // What is no UTF-8 has become this sign on its way here: the letters are lost.
  if (content.includes('\uFFFD'))
    return wrongFile('Noen bokstaver kan ikke leses. Lagre filen som UTF-8, og send den på nytt.');
  switch (format) {
    case 'csv':
      return readRows(columns, readCsv(content), 'Et anførselstegn blir aldri lukket.');
    case 'rows':
      return readRows(columns, rowsIn(content), 'Innholdet må være en JSON-liste av rader med tekst.');
    case 'json':
      return readJson(content);
  }
}

function rowsIn(content: string): readonly (readonly string[])[] | undefined {
  try {
    const rows: unknown = JSON.parse(content);
    return isTable(rows) ? rows : undefined;
  } catch {
    return undefined;
  }
}

const isTable = (rows: unknown): rows is readonly (readonly string[])[] =>
  Array.isArray(rows) &&
  rows.every((row: unknown) => Array.isArray(row) && row.every((cell: unknown) => typeof cell === 'string'));

const wrongFile = (message: string) => ({ ok: false, errors: [{ path: 'fil', message }] }) as const;

function readRows(
  columns: FileColumns,
  cells: readonly (readonly string[])[] | undefined,
  whatIsWrong: string,
): FileReading {
  if (cells === undefined) return wrongFile(whatIsWrong);
  const [head = [], ...below] = cells;
  const lines = below.flatMap((line, at) => (line.every((cell) => cell.trim() === '') ? [] : [{ line, row: at + 2 }]));
  const errors = [
    ...head
      .filter((name) => columns[name] === undefined)
      .map((name) => ({ path: `rad 1, ${name}`, message: 'Ukjent kolonne.' })),
    ...lines.flatMap(({ line, row }) =>
      line.length === head.length
        ? []
        : [{ path: `rad ${row}`, message: `Raden har ${line.length} felt, ikke ${head.length}.` }],
    ),
  ];
  if (errors.length > 0) return { ok: false, errors };
  const rows = lines.map(({ line, row }) => ({ line: row, said: saidOf(columns, head, line), names: head }));
  return { ok: true, rows };
}

const saidOf = (columns: FileColumns, head: readonly string[], line: readonly string[]): JsonObject =>
  Object.fromEntries(
    head.flatMap((name, at) => {
      const value = valueOf(columns[name] ?? 'text', line[at]?.trim() ?? '');
      return value === undefined ? [] : [[name, value]];
    }),
  );

// What is no number or no yes and no stays as it is written: the rule of the field then says so.
function valueOf(kind: FileColumns[string], cell: string): Json | undefined {
  if (kind === 'list') return cell === '' ? [] : cell.split('|').map((part) => part.trim());
  if (cell === '') return undefined;
  if (kind === 'number') return /^-?\d{1,9}$/.test(cell) ? Number(cell) : cell;
  if (kind === 'boolean')
    return ['ja', 'true', '1'].includes(cell.toLowerCase()) || (/^(nei|false|0)$/i.test(cell) ? false : cell);
  return cell;
}

function readJson(content: string): FileReading {
  const wrong = wrongFile('Innholdet må være en JSON-liste.');
  try {
    const list: Json = JSON.parse(content);
    if (!Array.isArray(list)) return wrong;
    const items: readonly Json[] = list;
    const rows = items.flatMap((item, at) => (isObject(item) ? [{ line: at + 1, ...jsonRow(item) }] : []));
    return rows.length === items.length ? { ok: true, rows } : wrong;
  } catch {
    return wrong;
  }
}

// Null is JSON's empty cell.
const jsonRow = (item: JsonObject): Pick<FileRow, 'said' | 'names'> => ({
  said: Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null)),
  names: Object.keys(item),
});

/** What a row says of a record, and of what it does not speak what was so before. */
export const spokenOf = <Facts extends object>(
  before: Partial<Facts> | undefined,
  facts: Facts,
  names: readonly string[],
): Facts => ({
  ...facts,
  ...Object.fromEntries(Object.entries(before ?? {}).filter(([name]) => !names.includes(name))),
});
