import { isObject } from '../../../shared/json.js';
import type { Json, JsonObject } from '../../../shared/json.js';
import type { ResultShape } from '../../definition/flow-node.js';

/** The result of a decision in the shape that is asked for, or why it has none. */
type Shaped = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly message: string };

/**
 * Says the result of a decision table as rows and entries, however many there are: what one rule gave is a row of one
 * entry, what none gave is no row. `column` is the name of the only output of the table, where it has only one.
 */
export function shapeResult(result: Json, shape: ResultShape, column: string | undefined): Shaped {
  const rows = rowsOf(result, column);
  const shaped = rows.map((row: Json) => (isOfRows(shape) ? rowOf(row, column) : entryOf(row, column)));
  if (shaped.some((one) => one === undefined)) {
    return { ok: false, message: `Expected one output for '${shape}', but there are several` };
  }
  const values = shaped.flatMap((one) => (one === undefined ? [] : [one]));
  if (shape === 'collectEntries' || shape === 'resultList') return { ok: true, value: values };
  if (values.length > 1) {
    return { ok: false, message: `Expected at most one rule for '${shape}', but ${values.length} match` };
  }
  return { ok: true, value: values[0] ?? null };
}

// A list is one of rows when a table gave it: anything else is one value.
function rowsOf(result: Json, column: string | undefined): readonly Json[] {
  if (result === null) return [];
  return Array.isArray(result) && (column !== undefined || result.every(isObject)) ? result : [result];
}

const isOfRows = (shape: ResultShape): boolean => shape === 'singleResult' || shape === 'resultList';

const rowOf = (row: Json, column: string | undefined): JsonObject =>
  column === undefined && isObject(row) ? row : { [column ?? 'result']: row };

function entryOf(row: Json, column: string | undefined): Json | undefined {
  if (column !== undefined || !isObject(row)) return row;
  const [first, ...others] = Object.values(row);
  return others.length > 0 ? undefined : (first ?? null);
}
