/** A cell that a spreadsheet would run as a formula (OWASP, CSV injection): written with an apostrophe in front, read without it. */
const formula = /^'?[=+\-@\t\r]/;

/** Writes rows as CSV (RFC 4180) with semicolons, as spreadsheets in Norway read it. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(writeCell).join(';')}\r\n`).join('');

function writeCell(cell: string): string {
  const isNumber = /^-?\d+$/.test(cell);
  const harmless = !isNumber && formula.test(cell) ? `'${cell}` : cell;
  return /[";,\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Reads CSV with semicolons or commas, whichever the first line has more of; undefined where a quote is never closed. */
export function readCsv(text: string): readonly (readonly string[])[] | undefined {
  const content = text.replace(/^\uFEFF/, '');
  const [head = ''] = content.split('\n', 1);
  const separator = head.split(';').length >= head.split(',').length ? ';' : ',';
  const rows: string[][] = [];
  let row: string[] = [];
  // A quoted cell or a plain one, and what ends it.
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r?\\n|$)`, 'y');
  while (cell.lastIndex < content.length) {
    const found = cell.exec(content);
    if (found === null) return undefined;
    const [, quoted, plain = '', end] = found;
    row.push(readCell(quoted?.replaceAll('""', '"') ?? plain));
    if (end === separator && cell.lastIndex < content.length) continue;
    if (end === separator) row.push('');
    rows.push(row);
    row = [];
  }
  return rows.filter((cells) => cells.some((value) => value !== ''));
}

const readCell = (cell: string): string => (cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell);
