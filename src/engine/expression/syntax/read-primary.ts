import type { Arguments, Expression, Named, WrittenParameter } from './ast.js';
import { isSyntaxError, type Cursor } from './cursor.js';
import { takeLiteral, takeText } from './literals.js';
import { takeKeyword, takeName, takeNameBeforeColon } from './names.js';
import { takeType } from './read-type.js';

/** Reads a value and what is taken out of it: paths, filters and calls (DMN 1.5 §10.3.1.2, rules 38 to 60). */
export function readPostfix(cursor: Cursor): Expression {
  const from = cursor.at();
  let value = readPrimary(cursor);
  for (;;) {
    const next = readStep(cursor, value, from);
    if (next === undefined) return value;
    value = next;
  }
}

function readStep(cursor: Cursor, value: Expression, from: number): Expression | undefined {
  if (cursor.take('...')) return cursor.node(from, { form: 'descendants', value, name: takeMember(cursor) });
  if (cursor.look(/\.(?!\.)/y) !== null && cursor.take('.')) {
    return cursor.node(from, { form: 'path', value, name: takeMember(cursor) });
  }
  if (cursor.mayFilter() && cursor.take('[')) {
    const condition = cursor.expression();
    cursor.expect(']');
    return cursor.node(from, { form: 'filter', value, condition });
  }
  if (cursor.take('(')) {
    return cursor.node(from, { form: 'call', callee: value, arguments: readArguments(cursor) });
  }
  return undefined;
}

const takeMember = (cursor: Cursor): string => takeName(cursor)?.name ?? takeReserved(cursor) ?? cursor.fail();

// After a point a keyword is a name like any other.
function takeReserved(cursor: Cursor): string | undefined {
  const read = cursor.look(/[a-z]+/y)?.[0];
  if (read !== undefined) cursor.moveTo(cursor.at() + read.length);
  return read;
}

function readArguments(cursor: Cursor): Arguments {
  if (cursor.take(')')) return { by: 'place', values: [] };
  const from = cursor.at();
  const name = takeNameBeforeColon(cursor);
  cursor.moveTo(from);
  if (name !== undefined) return { by: 'name', values: readNamed(cursor, ')') };

  const values: Expression[] = [];
  do values.push(cursor.expression());
  while (cursor.take(','));
  cursor.expect(')');
  return { by: 'place', values };
}

function readNamed(cursor: Cursor, end: string): readonly Named[] {
  const entries: Named[] = [];
  if (cursor.take(end)) return entries;
  do {
    const name = takeText(cursor) ?? takeNameBeforeColon(cursor) ?? cursor.fail();
    cursor.known.add(name);
    cursor.expect(':');
    entries.push({ name, value: cursor.expression() });
  } while (cursor.take(','));
  cursor.expect(end);
  return entries;
}

function readPrimary(cursor: Cursor): Expression {
  const from = cursor.at();
  const special = cursor.known.match(cursor.source, from) === undefined ? takeLiteral(cursor) : undefined;
  if (special !== undefined) return special;
  if (cursor.take('[')) return readListOrInterval(cursor, from);
  if (cursor.take('{')) return cursor.node(from, { form: 'context', entries: readNamed(cursor, '}') });
  if (cursor.take(']')) return readInterval(cursor, from, { start: cursor.expression(), startIncluded: false });
  if (cursor.take('(')) return readBrackets(cursor, from);
  if (cursor.take('?')) return cursor.node(from, { form: 'name', name: '?', isQuoted: false });
  if (takeKeyword(cursor, 'function')) return readFunction(cursor, from);
  if (takeKeyword(cursor, 'not')) return cursor.node(from, { form: 'name', name: 'not', isQuoted: false });
  const name = takeName(cursor) ?? cursor.fail();
  return cursor.node(from, { form: 'name', ...name });
}

function readBrackets(cursor: Cursor, from: number): Expression {
  const inside = cursor.expression();
  if (cursor.look(/\.\./y) !== null) return readInterval(cursor, from, { start: inside, startIncluded: false });
  cursor.expect(')');
  // Brackets make a value of it: what stands in them is called, filtered and read like any other.
  return { ...inside, from, to: cursor.at() };
}

function readListOrInterval(cursor: Cursor, from: number): Expression {
  const items: Expression[] = [];
  if (cursor.take(']')) return cursor.node(from, { form: 'list', items });
  do {
    const item = cursor.expression();
    if (items.length === 0 && cursor.look(/\.\./y) !== null) {
      return readInterval(cursor, from, { start: item, startIncluded: true });
    }
    items.push(item);
  } while (cursor.take(','));
  cursor.expect(']');
  return cursor.node(from, { form: 'list', items });
}

interface IntervalStart {
  readonly start: Expression;
  readonly startIncluded: boolean;
}

/** Reads on after the start of an interval. */
function readInterval(cursor: Cursor, from: number, begun: IntervalStart): Expression {
  cursor.expect('..');
  const { end, endIncluded } = readIntervalEnd(cursor);
  return cursor.node(from, { form: 'interval', ...begun, end, endIncluded });
}

// `[` may end the interval or begin a filter on its end: what makes sense of the text is meant.
function readIntervalEnd(cursor: Cursor): { readonly end: Expression; readonly endIncluded: boolean } {
  const from = cursor.at();
  try {
    const end = cursor.expression();
    if (cursor.take(']')) return { end, endIncluded: true };
    if (cursor.take(')') || cursor.take('[')) return { end, endIncluded: false };
  } catch (error) {
    if (!isSyntaxError(error)) throw error;
  }
  cursor.moveTo(from);
  const end = cursor.withoutFilter(() => readPostfix(cursor));
  cursor.expect('[');
  return { end, endIncluded: false };
}

function readFunction(cursor: Cursor, from: number): Expression {
  cursor.expect('(');
  const parameters: WrittenParameter[] = [];
  if (!cursor.take(')')) {
    do parameters.push(readParameter(cursor));
    while (cursor.take(','));
    cursor.expect(')');
  }
  const isExternal = takeKeyword(cursor, 'external');
  const body = cursor.expression();
  return cursor.node(from, isExternal ? { form: 'external' } : { form: 'function', parameters, body });
}

const untilEnd = /[^\n"()[\]{},:<>=]+(?=\s*[,)])/uy;

function readParameter(cursor: Cursor): WrittenParameter {
  const typed = takeNameBeforeColon(cursor);
  if (typed !== undefined) {
    cursor.expect(':');
    return { name: typed, type: takeType(cursor) };
  }
  const name = (cursor.look(untilEnd)?.[0] ?? cursor.fail()).trim();
  if (!/^[\p{L}_\u{10000}-\u{EFFFF}]/u.test(name)) cursor.fail();
  cursor.moveTo(cursor.at() + name.length);
  cursor.known.add(name);
  return { name };
}
