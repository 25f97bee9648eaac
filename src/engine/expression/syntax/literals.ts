import { parseNumber } from '../values/decimal.js';
import type { Expression } from './ast.js';
import type { Cursor } from './cursor.js';

const number = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const text = /"((?:[^"\\]|\\[^])*)"/y;
const escapes = /\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{6}|[nrt"'\\])/g;
const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** Takes a number, text, truth value, null or at-literal if one comes next. */
export function takeLiteral(cursor: Cursor): Expression | undefined {
  const from = cursor.at();
  const digits = cursor.look(number)?.[0];
  if (digits !== undefined) {
    const value = parseNumber(digits) ?? cursor.fail();
    cursor.moveTo(from + digits.length);
    return cursor.node(from, { form: 'number', value });
  }
  const written = takeText(cursor);
  if (written !== undefined) return cursor.node(from, { form: 'string', text: written });
  if (cursor.take('@')) return cursor.node(from, { form: 'at', text: takeText(cursor) ?? cursor.fail() });
  if (cursor.takeWord('true')) return cursor.node(from, { form: 'boolean', value: true });
  if (cursor.takeWord('false')) return cursor.node(from, { form: 'boolean', value: false });
  return cursor.takeWord('null') ? cursor.node(from, { form: 'null' }) : undefined;
}

/** Takes a text in quotes if one comes next, with its escapes resolved. */
export function takeText(cursor: Cursor): string | undefined {
  const read = cursor.look(text);
  if (read?.[1] === undefined) return undefined;
  cursor.moveTo(cursor.at() + read[0].length);
  return read[1].replace(escapes, unescape);
}

function unescape(escape: string): string {
  const sign = escape.charAt(1);
  const point = parseInt(escape.slice(2), 16);
  if (sign === 'u') return String.fromCharCode(point);
  if (sign === 'U') return point <= 0x10ffff ? String.fromCodePoint(point) : escape;
  return controls[sign] ?? sign;
}
