import { parseNumber } from '../values/decimal.js';
import { feelText } from '../values/feel-text.js';
import { isList, isContext, type FeelValue } from '../values/feel-value.js';
import type { Run } from '../values/run.js';
import { readRange } from './range-text.js';
import { builtIn, overload, overloaded, textAt, valueAt, type BuiltIn } from './signature.js';

const groupings = [' ', ',', '.'];
const points = ['.', ','];

function numberOf(values: readonly FeelValue[], run: Run): FeelValue {
  const [grouping, point] = [valueAt(values, 1), valueAt(values, 2)];
  const isPossible =
    (grouping === null || groupings.some((sign) => sign === grouping)) &&
    (point === null || points.some((sign) => sign === point)) &&
    (grouping === null || grouping !== point);
  if (!isPossible)
    return run.warn('Expected the separators of number() to be two of space, comma and point, but they are not');
  const ungrouped = typeof grouping === 'string' ? textAt(values, 0).replaceAll(grouping, '') : textAt(values, 0);
  const text = typeof point === 'string' ? ungrouped.replace(point, '.') : ungrouped;
  return parseNumber(text) ?? run.warn('Expected number() to be given the text of a number, but it is another');
}

// A list may hold another many times over: what is written out is counted, not what is stored.
function countValues(value: FeelValue, run: Run): void {
  run.use(1);
  if (typeof value === 'string') run.use(value.length >> 3);
  else if (isList(value)) for (const item of value) countValues(item, run);
  else if (isContext(value)) for (const item of value.values()) countValues(item, run);
}

/** Functions that make a number or text of another value (DMN 1.5 §10.3.4.1). */
export const conversionFunctions: readonly BuiltIn[] = [
  overloaded(
    'number',
    overload('from: string', (values, run) => numberOf(values, run)),
    overload('from: number', (values) => valueAt(values, 0)),
    overload('from: string, grouping separator?: string, decimal separator?: string', numberOf),
  ),
  builtIn(
    'range',
    'from: string',
    (values, run) =>
      readRange(textAt(values, 0)) ?? run.warn('Expected the text of a range between two literals, but it is none'),
  ),
  builtIn('string', 'from: any', (values, run) => {
    const value = valueAt(values, 0);
    if (value === null) return null;
    countValues(value, run);
    return feelText(value);
  }),
];
