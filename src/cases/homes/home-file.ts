import type { HomeRecord } from '../../runtime/homes/home-record.js';
import { isObject } from '../../shared/json.js';
import type { Json, JsonObject } from '../../shared/json.js';
import { readCsv, writeCsv } from './csv.js';
import { factsOfHome } from './keep-homes.js';

type Kind = 'text' | 'number' | 'boolean' | 'list';

/** The columns of a file of homes. Those that Kobo has are called as in Kobo's Bolig API. */
const columns: Readonly<Record<string, Kind>> = {
  id: 'text',
  building: 'text',
  name: 'text',
  koboId: 'text',
  fdvuBoligId: 'text',
  boligtype: 'text',
  egenskaper: 'list',
  antallSoverom: 'number',
  bruksareal: 'number',
  etasjenummer: 'number',
  disposisjonsform: 'text',
  erBofellesskap: 'boolean',
  erTilgjengeligForRullestolbruker: 'boolean',
  leiekostnad: 'number',
  leieTilEiePotensial: 'boolean',
  status: 'text',
  source: 'text',
};
const names = Object.keys(columns);

/** Where something in a file is wrong: `rad 3, bruksareal`. The first row is the one with the names. */
export interface FileError {
  readonly path: string;
  readonly message: string;
}

/** A row of a file: where it stands, and what it says. */
export interface FileRow {
  readonly line: number;
  readonly said: JsonObject;
}

/** The rows of a file, or everything that is wrong with it as a file. */
export type FileReading =
  | { readonly ok: true; readonly rows: readonly FileRow[] }
  | { readonly ok: false; readonly errors: readonly FileError[] };

/** What a file says of a home, for export. */
export function rowOfHome(record: HomeRecord): JsonObject {
  const facts: JsonObject = JSON.parse(JSON.stringify({ id: record.id, ...factsOfHome(record) }));
  return Object.fromEntries(names.flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]]])));
}

/** Homes as CSV: a row with the names, and one for each home. */
export const homesAsCsv = (rows: readonly JsonObject[]): string =>
  writeCsv([names, ...rows.map((row) => names.map((name) => cellOf(row[name])))]);

function cellOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.join('|');
  return typeof value === 'boolean' ? (value ? 'ja' : 'nei') : String(value);
}

/** Reads a file of homes: `csv`, or `json` with a list of objects. Names that are none of ours are wrong. */
export function readHomeFile(format: 'csv' | 'json', content: string): FileReading {
  return format === 'csv' ? readRows(readCsv(content)) : readJson(content);
}

function readRows(cells: readonly (readonly string[])[] | undefined): FileReading {
  if (cells === undefined)
    return { ok: false, errors: [{ path: 'fil', message: 'Et anførselstegn blir aldri lukket.' }] };
  const [head = [], ...lines] = cells;
  const errors = [
    ...head
      .filter((name) => columns[name] === undefined)
      .map((name) => ({ path: `rad 1, ${name}`, message: 'Ukjent kolonne.' })),
    ...lines.flatMap((line, at) =>
      line.length === head.length
        ? []
        : [{ path: `rad ${at + 2}`, message: `Raden har ${line.length} felt, ikke ${head.length}.` }],
    ),
  ];
  if (errors.length > 0) return { ok: false, errors };
  const rows = lines.map((line, at) => ({ line: at + 2, said: saidOf(head, line) }));
  return { ok: true, rows };
}

const saidOf = (head: readonly string[], line: readonly string[]): JsonObject =>
  Object.fromEntries(
    head.flatMap((name, at) => {
      const value = valueOf(columns[name] ?? 'text', line[at]?.trim() ?? '');
      return value === undefined ? [] : [[name, value]];
    }),
  );

// What is no number or no yes and no stays as it is written: the rule of the field then says so.
function valueOf(kind: Kind, cell: string): Json | undefined {
  if (kind === 'list') return cell === '' ? [] : cell.split('|').map((part) => part.trim());
  if (cell === '') return undefined;
  if (kind === 'number') return /^-?\d{1,9}$/.test(cell) ? Number(cell) : cell;
  if (kind === 'boolean')
    return ['ja', 'true', '1'].includes(cell.toLowerCase()) || (/^(nei|false|0)$/i.test(cell) ? false : cell);
  return cell;
}

function readJson(content: string): FileReading {
  const wrong = {
    ok: false,
    errors: [{ path: 'fil', message: 'Innholdet må være en JSON-liste med boliger.' }],
  } as const;
  try {
    const list: Json = JSON.parse(content);
    if (!Array.isArray(list)) return wrong;
    const items: readonly Json[] = list;
    const rows = items.flatMap((said, at) => (isObject(said) ? [{ line: at + 1, said }] : []));
    return rows.length === items.length ? { ok: true, rows } : wrong;
  } catch {
    return wrong;
  }
}
