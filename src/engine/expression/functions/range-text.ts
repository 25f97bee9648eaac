import type { Expression } from '../syntax/ast.js';
import { parse } from '../syntax/parse.js';
import { compareValues } from '../values/compare.js';
import { negate } from '../values/arithmetic.js';
import { isKinded, isNumber, type FeelRange, type FeelValue } from '../values/feel-value.js';
import { readDate, readDateTime, readDuration, readTemporal, readTime } from '../values/read-temporal.js';

const interval = /^\s*([[(\]])((?:"(?:[^"\\]|\\.)*"|[^"])*?)\.\.([^]*)([\])[])\s*$/;

/** Reads the text of a range whose ends are literals and in order (DMN 1.5 §10.3.4.1): `[1..3]`, `(..2]`; `undefined` for others. */
export function readRange(text: string): FeelRange | undefined {
  const range = text.length > 1_000 ? undefined : readInterval(text);
  if (range === undefined || (range.start === null && range.end === null)) return undefined;
  const order = range.start === null || range.end === null ? 0 : compareValues(range.start, range.end);
  return order === undefined || order > 0 ? undefined : range;
}

function readInterval(text: string): FeelRange | undefined {
  const [, open = '', first = '', last = '', close = ''] = interval.exec(text) ?? [];
  if (open === '') return undefined;
  const start = first.trim() === '' ? null : literalIn(first);
  const end = last.trim() === '' ? null : literalIn(last);
  const [startIncluded, endIncluded] = [open === '[', close === ']'];
  if (start === undefined || end === undefined) return undefined;
  if ((start === null && startIncluded) || (end === null && endIncluded)) return undefined;
  return { kind: 'range', start, end, startIncluded, endIncluded };
}

function literalIn(text: string): FeelValue | undefined {
  const parsed = parse(text, {});
  return parsed.ok ? literalOf(parsed.root) : undefined;
}

function literalOf(expression: Expression): FeelValue | undefined {
  switch (expression.form) {
    case 'number':
      return expression.value;
    case 'string':
      return expression.text;
    case 'at':
      return readTemporal(expression.text);
    case 'negate': {
      const value = literalOf(expression.value);
      return isNumber(value) ? negate(value) : undefined;
    }
    case 'call':
      return expression.callee.form === 'name' && expression.arguments.by === 'place'
        ? called(expression.callee.name, expression.arguments.values)
        : undefined;
    default:
      return undefined;
  }
}

const readers: ReadonlyMap<string, (text: string) => FeelValue | undefined> = new Map<
  string,
  (text: string) => FeelValue | undefined
>([
  ['date', readDate],
  ['time', readTime],
  ['date and time', readDateTime],
  ['duration', readDuration],
]);

function called(name: string, values: readonly Expression[]): FeelValue | undefined {
  const [first, second] = values;
  if (first?.form === 'string' && second === undefined) return readers.get(name)?.(first.text);
  if (name !== 'date and time' || first === undefined || second === undefined) return undefined;
  const [date, time] = [literalOf(first), literalOf(second)];
  return isKinded(date) && date.kind === 'date' && isKinded(time) && time.kind === 'time'
    ? { kind: 'date and time', date, time }
    : undefined;
}
