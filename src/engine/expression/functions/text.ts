import { roundTo } from '../values/arithmetic.js';
import { toDouble } from '../values/decimal.js';
import { isNumber, type FeelNumber, type FeelValue } from '../values/feel-value.js';
import type { Run } from '../values/run.js';
import { builtIn, listAt, numberAt, textAt, valueAt, type BuiltIn } from './signature.js';

const hasSurrogates = /[\ud800-\udfff]/;

const pointsOf = (text: string): readonly string[] => (hasSurrogates.test(text) ? [...text] : text.split(''));

function substring(text: string, start: FeelNumber, length: FeelNumber | null): string | undefined {
  const points = pointsOf(text);
  const from = toDouble(roundTo(start, 0, 'down') ?? 0);
  if (from === 0 || Math.abs(from) > points.length) return from === 0 ? undefined : '';
  const first = from > 0 ? from - 1 : points.length + from;
  if (length === null) return points.slice(first).join('');
  const count = toDouble(roundTo(length, 0, 'down') ?? 0);
  return count < 1 ? undefined : points.slice(first, first + count).join('');
}

function join(values: readonly FeelValue[], run: Run): FeelValue {
  const delimiter = valueAt(values, 1);
  const texts = listAt(values, 0).filter((item) => item !== null);
  if (!texts.every((item) => typeof item === 'string'))
    return run.warn('Expected texts to join, but there is another value');
  const joined = texts.join(typeof delimiter === 'string' ? delimiter : '');
  run.use(joined.length >> 3);
  return joined;
}

const ofText = (name: string, read: (text: string) => FeelValue): BuiltIn =>
  builtIn(name, 'string: string', (values) => read(textAt(values, 0)));

const ofTexts = (name: string, read: (text: string, match: string) => FeelValue): BuiltIn =>
  builtIn(name, 'string: string, match: string', (values) => read(textAt(values, 0), textAt(values, 1)));

/** Functions of texts that need no pattern (DMN 1.5 §10.3.4.3); a text is a row of code points. */
export const textFunctions: readonly BuiltIn[] = [
  builtIn('substring', 'string: string, start position: number, length?: number', (values, run) => {
    const length = valueAt(values, 2);
    run.use(textAt(values, 0).length >> 3);
    return (
      substring(textAt(values, 0), numberAt(values, 1), isNumber(length) ? length : null) ??
      run.warn('Expected substring() to begin at 1 or -1 and to have a length of 1 or more, but it does not')
    );
  }),
  ofText('string length', (text) => pointsOf(text).length),
  ofText('upper case', (text) => text.toUpperCase()),
  ofText('lower case', (text) => text.toLowerCase()),
  ofTexts('substring before', (text, match) => (text.includes(match) ? text.slice(0, text.indexOf(match)) : '')),
  ofTexts('substring after', (text, match) =>
    text.includes(match) ? text.slice(text.indexOf(match) + match.length) : '',
  ),
  ofTexts('contains', (text, match) => text.includes(match)),
  ofTexts('starts with', (text, match) => text.startsWith(match)),
  ofTexts('ends with', (text, match) => text.endsWith(match)),
  builtIn('string join', 'list: list, delimiter?: string', join),
];
