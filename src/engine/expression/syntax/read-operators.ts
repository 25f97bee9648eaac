import type { Comparison, Expression, Iteration } from './ast.js';
import type { Cursor } from './cursor.js';
import { takeKeyword, takeLoopName } from './names.js';
import { readPostfix } from './read-primary.js';
import { takeType } from './read-type.js';

const comparison = /!=|<=|>=|=|<|>/y;
const sum = /[+-]/y;
const product = /\/(?![/*])|\*(?!\*)/y;
const comparisons: ReadonlyMap<string, Comparison> = new Map(
  (['=', '!=', '<', '<=', '>', '>='] as const).map((sign) => [sign, sign]),
);

/** Reads an expression (DMN 1.5 §10.3.1.2, rules 1 to 5): what binds loosest first. */
export function readExpression(cursor: Cursor): Expression {
  const from = cursor.at();
  if (takeKeyword(cursor, 'if')) return readIf(cursor, from);
  if (takeKeyword(cursor, 'for')) return readFor(cursor, from);
  for (const form of ['some', 'every'] as const) {
    if (takeKeyword(cursor, form)) {
      const iterations = readIterations(cursor);
      if (!cursor.takeWord('satisfies')) cursor.fail();
      return cursor.node(from, { form, iterations, body: cursor.expression() });
    }
  }
  return readOr(cursor);
}

function readIf(cursor: Cursor, from: number): Expression {
  const condition = cursor.expression();
  if (!cursor.takeWord('then')) cursor.fail();
  const then = cursor.expression();
  if (!cursor.takeWord('else')) cursor.fail();
  return cursor.node(from, { form: 'if', condition, then, else: cursor.expression() });
}

function readFor(cursor: Cursor, from: number): Expression {
  const iterations = readIterations(cursor);
  if (!cursor.takeWord('return')) cursor.fail();
  return cursor.node(from, { form: 'for', iterations, body: cursor.expression() });
}

function readIterations(cursor: Cursor): readonly Iteration[] {
  const iterations: Iteration[] = [];
  do {
    const name = takeLoopName(cursor);
    if (!cursor.takeWord('in')) cursor.fail();
    const from = cursor.expression();
    iterations.push(cursor.take('..') ? { name, from, to: cursor.expression() } : { name, from });
  } while (cursor.take(','));
  return iterations;
}

function readOr(cursor: Cursor): Expression {
  const from = cursor.at();
  let left = readAnd(cursor);
  while (cursor.takeWord('or')) left = cursor.node(from, { form: 'or', left, right: readAnd(cursor) });
  return left;
}

function readAnd(cursor: Cursor): Expression {
  const from = cursor.at();
  let left = readComparison(cursor);
  while (cursor.takeWord('and')) left = cursor.node(from, { form: 'and', left, right: readComparison(cursor) });
  return left;
}

function readComparison(cursor: Cursor): Expression {
  const from = cursor.at();
  let left = readUnaryTest(cursor);
  for (;;) {
    const operator = takeComparison(cursor);
    if (operator !== undefined) {
      left = cursor.node(from, { form: 'compare', operator, left, right: readUnaryTest(cursor) });
    } else if (cursor.takeWord('between')) {
      const low = readSum(cursor);
      if (!cursor.takeWord('and')) cursor.fail();
      left = cursor.node(from, { form: 'between', value: left, low, high: readSum(cursor) });
    } else if (cursor.takeWord('in')) {
      left = cursor.node(from, { form: 'in', value: left, tests: readTests(cursor) });
    } else return left;
  }
}

function takeComparison(cursor: Cursor): Comparison | undefined {
  const sign = comparisons.get(cursor.look(comparison)?.[0] ?? '');
  if (sign !== undefined) cursor.take(sign);
  return sign;
}

/** Reads `< 5`, or a value. */
function readUnaryTest(cursor: Cursor): Expression {
  const from = cursor.at();
  const operator = takeComparison(cursor);
  return operator === undefined
    ? readSum(cursor)
    : cursor.node(from, { form: 'unary', operator, value: readSum(cursor) });
}

// `in (1, 2, > 5)` lists tests; `in (1..5)` and `in (a + b) * 2` are one value that begins with a bracket.
function readTests(cursor: Cursor): readonly Expression[] {
  const from = cursor.at();
  if (!cursor.take('(')) return [readUnaryTest(cursor)];
  const tests: Expression[] = [];
  do tests.push(cursor.expression());
  while (cursor.take(','));
  if (tests.length > 1 && cursor.take(')')) return tests;
  cursor.moveTo(from);
  return [readUnaryTest(cursor)];
}

function readSum(cursor: Cursor): Expression {
  const from = cursor.at();
  let left = readProduct(cursor);
  for (;;) {
    const sign = cursor.look(sum)?.[0];
    if (sign !== '+' && sign !== '-') return left;
    cursor.take(sign);
    left = cursor.node(from, { form: 'calculate', operator: sign, left, right: readProduct(cursor) });
  }
}

function readProduct(cursor: Cursor): Expression {
  const from = cursor.at();
  let left = readPower(cursor);
  for (;;) {
    const sign = cursor.look(product)?.[0];
    if (sign !== '*' && sign !== '/') return left;
    cursor.take(sign);
    left = cursor.node(from, { form: 'calculate', operator: sign, left, right: readPower(cursor) });
  }
}

function readPower(cursor: Cursor): Expression {
  const from = cursor.at();
  let left = readNegation(cursor);
  while (cursor.take('**')) {
    left = cursor.node(from, { form: 'calculate', operator: '**', left, right: readNegation(cursor) });
  }
  return left;
}

function readNegation(cursor: Cursor): Expression {
  const from = cursor.at();
  let signs = 0;
  while (cursor.take('-')) signs++;
  let value = readInstance(cursor);
  for (; signs > 0; signs--) value = cursor.node(from, { form: 'negate', value });
  return value;
}

function readInstance(cursor: Cursor): Expression {
  const from = cursor.at();
  let value = readPostfix(cursor);
  while (cursor.takeWord('instance')) {
    if (!cursor.takeWord('of')) cursor.fail();
    value = cursor.node(from, { form: 'instance', value, type: takeType(cursor) });
  }
  return value;
}
