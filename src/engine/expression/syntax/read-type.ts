import type { FeelKind, FeelType } from '../values/feel-value.js';
import type { Cursor } from './cursor.js';
import { plainNameOf, word } from './known-names.js';

const simple: ReadonlyMap<string, FeelKind | 'Any' | 'Null'> = new Map([
  ...(['number', 'string', 'boolean', 'date', 'time', 'date and time', 'Any', 'Null'] as const).map(
    (name) => [name, name] as const,
  ),
  ['any', 'Any'] as const,
  ['days and time duration', 'days and time duration'] as const,
  ['day time duration', 'days and time duration'] as const,
  ['dayTimeDuration', 'days and time duration'] as const,
  ['years and months duration', 'years and months duration'] as const,
  ['year month duration', 'years and months duration'] as const,
  ['yearMonthDuration', 'years and months duration'] as const,
  ['dateTime', 'date and time'] as const,
  ['list', 'list'] as const,
  ['context', 'context'] as const,
  ['range', 'range'] as const,
  ['function', 'function'] as const,
]);
const typeName =
  /(?:date and time|days and time duration|years and months duration|day time duration|year month duration)(?![\p{L}\p{N}_])/uy;

/** Takes a type (DMN 1.5 §10.3.1.2, rule 53); `null` for a name that no type has. */
export function takeType(cursor: Cursor): FeelType | null {
  for (const [sign, read] of Object.entries(structured)) {
    const from = cursor.at();
    if (cursor.takeWord(sign) && cursor.take('<')) return cursor.deeper(() => read(cursor));
    cursor.moveTo(from);
  }
  const name = takeTypeName(cursor);
  const own = simple.get(name);
  return cursor.types.get(name) ?? (own === undefined ? null : { type: own });
}

const structured: Readonly<Record<string, (cursor: Cursor) => FeelType | null>> = {
  list: (cursor) => {
    const items = takeType(cursor);
    cursor.expect('>');
    return items && { type: 'list', items };
  },
  range: (cursor) => {
    const of = takeType(cursor);
    cursor.expect('>');
    return of && { type: 'range', of };
  },
  context: (cursor) => takeEntries(cursor),
  function: (cursor) => takeSignature(cursor),
};

// No value but null has a type that nobody knows: what is no context at all is not one with such an entry either.
const unknown: FeelType = { type: 'Null' };

function takeEntries(cursor: Cursor): FeelType {
  const entries = new Map<string, FeelType>();
  do {
    const name = takeTypeName(cursor);
    cursor.expect(':');
    entries.set(name, takeType(cursor) ?? unknown);
  } while (cursor.take(','));
  cursor.expect('>');
  return { type: 'context', entries };
}

function takeSignature(cursor: Cursor): FeelType | null {
  const parameters: (FeelType | null)[] = [];
  if (!cursor.take('>')) {
    do parameters.push(takeType(cursor));
    while (cursor.take(','));
    cursor.expect('>');
  }
  cursor.expect('->');
  const result = takeType(cursor);
  const known = parameters.filter((type) => type !== null);
  return result === null || known.length < parameters.length ? null : { type: 'function', parameters: known, result };
}

function takeTypeName(cursor: Cursor): string {
  const own = cursor.look(typeName)?.[0];
  if (own !== undefined) {
    cursor.moveTo(cursor.at() + own.length);
    return plainNameOf(own);
  }
  const named = cursor.known.match(cursor.source, cursor.at());
  const end = named?.end ?? cursor.at() + (cursor.look(word)?.[0] ?? cursor.fail()).length;
  const name = cursor.source.slice(cursor.at(), end);
  cursor.moveTo(end);
  return cursor.take('.') ? `${name}.${takeTypeName(cursor)}` : plainNameOf(name);
}
