import { fewestShown } from './suppress.js';

/** What is told of a figure: it is within these, both included. */
export interface ToldRange {
  readonly least: number;
  readonly most: number;
}

/** A table of people, and what is told outside of its cells, of the sum of each row and of the sum of each column. */
export interface ToldTable {
  readonly counts: readonly (readonly number[])[];
  readonly cells: readonly (readonly ToldRange[])[];
  readonly rows: readonly ToldRange[];
  readonly columns: readonly ToldRange[];
}

/** A figure between two sums: of a cell, or of a whole row or column (its other end is the outside). */
interface Flow {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly told: ToldRange;
}

/**
 * Whether what is told leaves only one answer for a cell of somebody, but of fewer than five. A table is a flow from its rows to its columns: a cell may be
 * another figure where what it gains or loses can go round by other figures, each within what is told of it; where a whole number is
 * not the only answer, the next one to it is an answer as well.
 */
export const tellsFew = (table: ToldTable): boolean => {
  const flows = flowsOf(table);
  return flows.some((cell) => isFewCell(cell) && !canGrow(cell, flows) && !canShrink(cell, flows));
};

const outside = 'outside';
const rowName = (row: number): string => `row ${row}`;
const columnName = (column: number): string => `column ${column}`;

function flowsOf({ counts, cells, rows, columns }: ToldTable): readonly Flow[] {
  const unknown = { least: 0, most: Infinity };
  const countOf = (row: number, column: number): number => counts[row]?.[column] ?? 0;
  return [
    ...rows.flatMap((told, row): readonly Flow[] => [
      { from: outside, to: rowName(row), count: sum(columns.map((_, column) => countOf(row, column))), told },
      ...columns.map((_, column) => ({
        ...{ from: rowName(row), to: columnName(column), count: countOf(row, column) },
        told: cells[row]?.[column] ?? unknown,
      })),
    ]),
    ...columns.map((told, column) => ({
      ...{ from: columnName(column), to: outside, told },
      count: sum(rows.map((_, row) => countOf(row, column))),
    })),
  ];
}

const isFewCell = ({ from, to, count }: Flow): boolean =>
  from !== outside && to !== outside && count > 0 && count < fewestShown;

const mayGrow = ({ count, told }: Flow): boolean => count < told.most;
const mayShrink = ({ count, told }: Flow): boolean => count > told.least;

const canGrow = (cell: Flow, flows: readonly Flow[]): boolean =>
  mayGrow(cell) && leads({ from: cell.to, to: cell.from }, withoutIt(cell, flows));

const canShrink = (cell: Flow, flows: readonly Flow[]): boolean =>
  mayShrink(cell) && leads({ from: cell.from, to: cell.to }, withoutIt(cell, flows));

const withoutIt = (cell: Flow, flows: readonly Flow[]): readonly Flow[] => flows.filter((flow) => flow !== cell);

/** Whether one more can go from one to the other: forward where a figure may grow, backward where it may shrink. */
function leads({ from, to }: Pick<Flow, 'from' | 'to'>, flows: readonly Flow[]): boolean {
  const reached = new Set([from]);
  for (const place of reached) {
    for (const flow of flows) {
      if (flow.from === place && mayGrow(flow)) reached.add(flow.to);
      if (flow.to === place && mayShrink(flow)) reached.add(flow.from);
    }
  }
  return reached.has(to);
}

const sum = (counts: readonly number[]): number => counts.reduce((one, other) => one + other, 0);
