import type { z } from 'zod';
import type { FileError, FileReading } from '../../cases/homes/table-file.js';
import { problem } from '../problem/problem.js';

const mostErrors = 100;
const mostRows = 10_000;

/** What a row says, and where it stands in the file. */
export interface CheckedRow<Said> {
  readonly line: number;
  readonly said: Said;
  readonly names: readonly string[];
}

/** The rows of a file as `schema` has them; 422 with the row and the column of everything that is wrong. */
export function checkedRows<Schema extends z.ZodType>(
  file: FileReading,
  schema: Schema,
): readonly CheckedRow<z.output<Schema>>[] {
  if (!file.ok) throw wrongFile(file.errors);
  if (file.rows.length > mostRows) {
    const message = `Filen har ${file.rows.length} rader. Del den i filer på høyst ${mostRows}.`;
    throw wrongFile([{ path: 'fil', message }]);
  }
  const checked = file.rows.map(({ said, ...row }) => ({ ...row, outcome: schema.safeParse(said) }));
  const errors = checked.flatMap(({ line, outcome }) => (outcome.success ? [] : errorsIn(line, outcome.error)));
  if (errors.length > 0) throw wrongFile(errors);
  return checked.flatMap(({ outcome, ...row }) => (outcome.success ? [{ ...row, said: outcome.data }] : []));
}

/** Where in a file a field stands. */
export const placeInFile = (line: number, field: string): string => `rad ${line}, ${field}`;

const errorsIn = (line: number, { issues }: z.ZodError): readonly FileError[] =>
  issues.map(({ path, message, ...issue }) => ({
    path: placeInFile(line, 'keys' in issue && Array.isArray(issue.keys) ? issue.keys.join(', ') : path.join('.')),
    message,
  }));

const wrongFile = (errors: readonly FileError[]) =>
  problem('register-input', { errors: [...errors.slice(0, mostErrors)] });
