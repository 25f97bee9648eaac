import type { FeelType } from '../values/feel-value.js';
import type { Expression } from './ast.js';
import { createCursor, isSyntaxError, type Cursor } from './cursor.js';
import { createKnownNames } from './known-names.js';
import { readExpression } from './read-operators.js';

/** What a text is read as: an expression, or the cell of a decision table. */
export type Dialect = 'expression' | 'unary-tests';

/** What is read, and which names and types are known where it stands. */
export interface ParseOptions {
  readonly dialect?: Dialect;
  /** Names that are more than one plain word, so that they are not read as code. */
  readonly names?: Iterable<string>;
  readonly types?: ReadonlyMap<string, FeelType>;
}

/** A parsed expression, or where the text stops making sense (counted from 0). */
export type Parsed =
  { readonly ok: true; readonly root: Expression } | { readonly ok: false; readonly position: number };

const ownNames = ['date and time', 'years and months duration'];
const deepest = 100;

/** Parses FEEL (DMN 1.5 §10.3.1). Never throws; takes time in proportion to the length of the source. */
export function parse(source: string, { dialect = 'expression', names = [], types = new Map() }: ParseOptions): Parsed {
  const known = createKnownNames([...ownNames, ...names, ...types.keys()]);
  const around = { known, types, deepest, mostSteps: 200 + source.length * 4 };
  const cursor = createCursor(source, around, readExpression);
  try {
    const root = dialect === 'expression' ? cursor.expression() : readUnaryTests(cursor);
    if (cursor.at() < source.length) cursor.fail();
    return { ok: true, root };
  } catch (error) {
    if (isSyntaxError(error)) return { ok: false, position: Math.min(cursor.at(), source.length) };
    throw error;
  }
}

function readUnaryTests(cursor: Cursor): Expression {
  const from = cursor.at();
  if (cursor.source.slice(from).trim() === '-') {
    cursor.take('-');
    return cursor.node(from, { form: 'any' });
  }
  return (
    readNegatedTests(cursor) ?? cursor.node(from, { form: 'tests', tests: readTestList(cursor), isNegated: false })
  );
}

// `not(1, 2)` denies the tests; `not(a) and b` is an expression that begins with a call.
function readNegatedTests(cursor: Cursor): Expression | undefined {
  const from = cursor.at();
  if (!cursor.takeWord('not') || !cursor.take('(')) {
    cursor.moveTo(from);
    return undefined;
  }
  const tests = readTestList(cursor);
  if (cursor.take(')') && cursor.at() >= cursor.source.length) {
    return cursor.node(from, { form: 'tests', tests, isNegated: true });
  }
  cursor.moveTo(from);
  return undefined;
}

function readTestList(cursor: Cursor): readonly Expression[] {
  const tests: Expression[] = [];
  do tests.push(cursor.expression());
  while (cursor.take(','));
  return tests;
}
