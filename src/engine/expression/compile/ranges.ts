import type { Comparison } from '../syntax/ast.js';
import { compareValues, feelEquals } from '../values/compare.js';
import { describe } from '../values/describe.js';
import { isKinded, isList, type FeelRange, type FeelValue } from '../values/feel-value.js';
import type { Meter, Run } from '../values/run.js';

const free: Meter = { use: () => undefined };

/** Whether a value lies in a range; `null` where they cannot be compared. */
export function isInRange(value: FeelValue, range: FeelRange): boolean | null {
  if (value === null) return null;
  if (range.form === '!=') return differs(value, range.start);
  // An end that is missing is no limit; nobody knows what is beyond one that is null.
  const beyond = range.form === 'null end' ? null : true;
  const above = range.start === null ? beyond : isAbove(compareValues(value, range.start), range.startIncluded);
  const below = range.end === null ? beyond : isAbove(turned(compareValues(value, range.end)), range.endIncluded);
  if (above === false || below === false) return false;
  return above === null || below === null ? null : true;
}

function differs(value: FeelValue, from: FeelValue): boolean | null {
  const isEqual = feelEquals(value, from);
  return isEqual === null ? null : !isEqual;
}

const turned = (order: number | undefined): number | undefined => (order === undefined ? undefined : -order);

const isAbove = (order: number | undefined, isIncluded: boolean): boolean | null =>
  order === undefined ? null : order > 0 || (isIncluded && order === 0);

// Lists are compared item by item, and a date in a zone is looked up in the rules of the zone.
const costOf = (value: FeelValue): number => {
  if (typeof value !== 'object' || value === null) return 0;
  return isList(value) ? value.length : 4;
};

/** The answer of a comparison (DMN 1.5 Tables 49 and 50); null where the two cannot be compared. */
export function comparer(operator: Comparison): (one: FeelValue, other: FeelValue, run: Run) => boolean | null {
  if (operator === '=' || operator === '!=') {
    const isWanted = operator === '=';
    return (one, other, run) => {
      run.use(costOf(one));
      const answer = feelEquals(one, other, run);
      if (answer === null)
        return run.note(`Expected values of one type, but got ${describe(one)} and ${describe(other)}`);
      return answer === isWanted;
    };
  }
  const holds = orders[operator];
  return (one, other, run) => {
    run.use(costOf(one));
    const order = compareValues(one, other);
    if (order !== undefined) return holds(order);
    if (one === null || other === null) return null;
    return run.warn(`Expected values that have an order, but got ${describe(one)} and ${describe(other)}`);
  };
}

const orders: Readonly<Record<'<' | '<=' | '>' | '>=', (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

/** The range that a unary comparison stands for (DMN 1.5 §10.3.2.7): `< 5` is everything below 5. */
export function rangeOf(operator: Comparison, value: FeelValue, run: Run): FeelValue {
  if (compareValues(value, value) === undefined)
    return run.warn(`Expected an end of a range, but got ${describe(value)}`);
  if (operator === '=' || operator === '!=') {
    const isIncluded = operator === '=';
    return {
      kind: 'range',
      start: value,
      end: value,
      startIncluded: isIncluded,
      endIncluded: isIncluded,
      form: operator,
    };
  }
  return operator === '<' || operator === '<='
    ? { kind: 'range', start: null, end: value, startIncluded: false, endIncluded: operator === '<=' }
    : { kind: 'range', start: value, end: null, startIncluded: operator === '>=', endIncluded: false };
}

/** Makes a range of two end points (DMN 1.5 Table 40); null with a warning where they have no order. */
export function makeRange(range: Omit<FeelRange, 'kind'>, run: Run): FeelValue {
  const { start, end } = range;
  const order = compareValues(start, end);
  if (order === undefined && start !== null && end !== null) {
    return run.warn(`Expected the ends of a range to have an order, but got ${describe(start)} and ${describe(end)}`);
  }
  return start === null || end === null ? { kind: 'range', ...range, form: 'null end' } : { kind: 'range', ...range };
}

/** Whether a value passes a test that is a value itself: is it, is in it, or in a range of it (DMN 1.5 Table 55). */
export function passes(value: FeelValue, test: FeelValue, meter: Meter = free): boolean | null {
  if (isKinded(test) && test.kind === 'range' && !(isKinded(value) && value.kind === 'range')) {
    return isInRange(value, test);
  }
  if (isList(test)) return passesList(value, test, meter);
  return feelEquals(value, test, meter);
}

function passesList(value: FeelValue, tests: readonly FeelValue[], meter: Meter): boolean | null {
  meter.use(tests.length);
  if (isList(value) && feelEquals(value, tests, meter) === true) return true;
  let answer: boolean | null = false;
  for (const test of tests) {
    const passed = isList(test) ? feelEquals(value, test, meter) : passes(value, test, meter);
    if (passed === true) return true;
    if (passed === null && value === null) answer = null;
  }
  return answer;
}
