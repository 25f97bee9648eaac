import { add } from '../../expression/values/arithmetic.js';
import { compareValues } from '../../expression/values/compare.js';
import { isNumber, type FeelValue } from '../../expression/values/feel-value.js';
import type { Run } from '../../expression/values/run.js';
import type { HitPolicy } from './hit-policy.js';

type Aggregate = (values: readonly FeelValue[], run: Run) => FeelValue;

/** COLLECT with an aggregation: one value from the outputs of all rules that match (DMN 1.5 §8.2.8). */
export const collect =
  (aggregate: Aggregate): HitPolicy =>
  (hits, _, run) => ({
    value: aggregate(
      hits.map(({ outputs }) => outputs[0] ?? null),
      run,
    ),
    used: hits,
  });

/** `#`: how many rules match. */
export const count: HitPolicy = (hits) => ({ value: hits.length, used: hits });

/** `+`: the sum of the outputs, which are numbers. */
export const sum: Aggregate = (values, run) => {
  let total: FeelValue = 0;
  for (const value of values) {
    if (!isNumber(value)) return run.warn('Expected outputs that are numbers to add (COLLECT +), but one is not');
    const next: FeelValue | undefined = add(total, value);
    if (next === undefined) return run.warn('Expected a sum that is a number, but it is too large');
    total = next;
  }
  return total;
};

/** `<`: the least output. */
export const least: Aggregate = (values, run) => extreme(values, run, -1);

/** `>`: the greatest output. */
export const greatest: Aggregate = (values, run) => extreme(values, run, 1);

function extreme([first = null, ...others]: readonly FeelValue[], run: Run, sign: 1 | -1): FeelValue {
  let found = first;
  for (const value of others) {
    const order = compareValues(value, found);
    if (order === undefined) return run.warn('Expected outputs that can be compared (COLLECT < or >), but they cannot');
    if (order * sign > 0) found = value;
  }
  return found;
}
