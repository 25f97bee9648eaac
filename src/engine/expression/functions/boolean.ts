import { feelEquals } from '../values/compare.js';
import { isKinded, typeOf, type FeelValue } from '../values/feel-value.js';
import { offsetOf, offsetOfTime } from '../values/instants.js';
import type { Run } from '../values/run.js';
import { builtIn, listAt, overload, overloaded, valueAt, type BuiltIn, type Overload } from './signature.js';

const not = (value: FeelValue): FeelValue => (typeof value === 'boolean' ? !value : null);

/** Whether two values are the same element of FEEL's world: 12:00Z is another time than 13:00+01:00. */
function isSame(one: FeelValue, other: FeelValue, run: Run): boolean {
  if (typeOf(one) !== typeOf(other)) return false;
  if (isKinded(one) && isKinded(other)) {
    if (one.kind === 'time' && other.kind === 'time' && offsetOfTime(one) !== offsetOfTime(other)) return false;
    if (one.kind === 'date and time' && other.kind === one.kind && offsetOf(one) !== offsetOf(other)) return false;
  }
  return feelEquals(one, other, run) === true;
}

// A value that is not given by name is null.
const isOne: Overload['invoke'] = (values, run) => isSame(valueAt(values, 0), valueAt(values, 1), run);

// One that decides is enough; without it, everything must be known.
function combined(items: readonly FeelValue[], deciding: boolean): FeelValue {
  if (items.includes(deciding)) return deciding;
  return items.every((item) => item === !deciding) ? !deciding : null;
}

const combining = (name: string, deciding: boolean): BuiltIn =>
  overloaded(
    name,
    overload('list: list', (values) => combined(listAt(values, 0), deciding)),
    overload('...list: any', (values) =>
      listAt(values, 0).length === 0 ? null : combined(listAt(values, 0), deciding),
    ),
  );

/** Functions of truth values (DMN 1.5 §10.3.4.2, §10.3.4.4, §10.3.4.6). */
export const booleanFunctions: readonly BuiltIn[] = [
  builtIn('not', 'negand: any', (values) => not(valueAt(values, 0))),
  overloaded('is', overload('value1: any, value2?: any', isOne), overload('value1?: any, value2: any', isOne)),
  combining('all', false),
  combining('any', true),
];
