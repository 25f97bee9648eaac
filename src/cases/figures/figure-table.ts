/** Figures as people read them: on the page, in a spreadsheet and in CSV. */
export interface FigureTable {
  readonly id: string;
  readonly title: string;
  /** What is counted, and where it is from. */
  readonly about: string;
  /** What the columns are called, after the first one with the names of the rows. */
  readonly columns: readonly string[];
  readonly rows: readonly FigureRow[];
}

/** A row; null is what is hidden because fewer than five are counted. */
export interface FigureRow {
  readonly name: string;
  readonly cells: readonly (number | null)[];
}

/** What stands in a file where a figure is hidden. */
export const hiddenText = 'færre enn 5';

/** Tables below each other, as rows of text: title, what is counted, headings, rows, an empty line. */
export const tableLines = (tables: readonly FigureTable[]): readonly (readonly string[])[] =>
  tables.flatMap(({ title, about, columns, rows }) => [
    [title],
    [about],
    ['', ...columns],
    ...rows.map(({ name, cells }) => [name, ...cells.map((cell) => (cell === null ? hiddenText : String(cell)))]),
    [''],
  ]);

/** Writes tables as a workbook of a spreadsheet (Office Open XML), one sheet a table. */
export type WorkbookWriter = (tables: readonly FigureTable[]) => Promise<Uint8Array>;
