import { add, compareNumbers, divide, multiply, subtract } from '../values/arithmetic.js';
import { compareValues } from '../values/compare.js';
import { isKinded, isNumber, type FeelList, type FeelNumber, type FeelValue } from '../values/feel-value.js';
import type { Run } from '../values/run.js';
import { addTemporal } from '../values/temporal-arithmetic.js';
import { squareRoot } from '../values/transcendental.js';
import { listAt, overload, overloaded, type BuiltIn } from './signature.js';

/** A function of a list that may also be called with the items one by one: `sum([1, 2])`, `sum(1, 2)`. */
function ofList(name: string, read: (list: FeelList, run: Run) => FeelValue): BuiltIn {
  const invoke = (values: readonly FeelValue[], run: Run): FeelValue => {
    const list = listAt(values, 0);
    run.use(list.length);
    return read(list, run);
  };
  return overloaded(
    name,
    overload('list: list', invoke),
    overload('...list: any', (values, run) =>
      listAt(values, 0).length === 0 || (listAt(values, 0).length === 1 && listAt(values, 0)[0] === null)
        ? run.warn(`Expected values in ${name}(), but got none`)
        : invoke(values, run),
    ),
  );
}

const ofNumbers = (name: string, read: (numbers: readonly FeelNumber[]) => FeelValue | undefined): BuiltIn =>
  ofList(name, (list, run) => {
    const numbers = list.filter(isNumber);
    if (numbers.length < list.length) return run.warn(`Expected numbers in ${name}(), but there is another value`);
    return read(numbers) ?? run.warn(`Expected ${name}() to have a result, but it has none or is too large`);
  });

function extreme(list: FeelList, sign: 1 | -1, run: Run): FeelValue {
  let best: FeelValue | undefined;
  for (const item of list) {
    const order = compareValues(item, best ?? item);
    if (order === undefined) return run.warn('Expected items that have an order, but got others');
    if (best === undefined || order * sign < 0) best = item;
  }
  return best ?? null;
}

type Fold = (one: FeelNumber, other: FeelNumber) => FeelNumber | undefined;

function foldAll(numbers: readonly FeelNumber[], fold: Fold): FeelNumber | undefined {
  const [first, ...rest] = numbers;
  let result = first;
  for (const one of rest) result = result === undefined ? undefined : fold(result, one);
  return result;
}

// Durations can be added too, and so they have a sum and a mean.
function sumOf(list: FeelList): FeelValue | undefined {
  const [first, ...rest] = list;
  let result: FeelValue | undefined = first;
  for (const one of rest) {
    if (result === undefined) return undefined;
    result = isNumber(result) && isNumber(one) ? add(result, one) : addTemporal(result, one);
  }
  return result ?? undefined;
}

function mean(numbers: readonly FeelNumber[]): FeelNumber | undefined {
  const sum = foldAll(numbers, add);
  return sum === undefined ? undefined : divide(sum, numbers.length);
}

function median(numbers: readonly FeelNumber[]): FeelNumber | undefined {
  const sorted = numbers.toSorted(compareNumbers);
  const middle = Math.floor(sorted.length / 2);
  return mean(sorted.slice(sorted.length % 2 === 1 ? middle : middle - 1, middle + 1));
}

function deviation(numbers: readonly FeelNumber[]): FeelNumber | undefined {
  const middle = mean(numbers);
  if (middle === undefined || numbers.length < 2) return undefined;
  const squares = numbers.map((one) => {
    const distance = subtract(one, middle);
    return distance === undefined ? undefined : multiply(distance, distance);
  });
  const sum = foldAll(
    squares.filter((square) => square !== undefined),
    add,
  );
  const variance = sum === undefined ? undefined : divide(sum, numbers.length - 1);
  return variance === undefined ? undefined : squareRoot(variance);
}

function mode(numbers: readonly FeelNumber[]): FeelList {
  const groups: { readonly value: FeelNumber; readonly count: number }[] = [];
  for (const value of numbers.toSorted(compareNumbers)) {
    const last = groups.at(-1);
    if (last !== undefined && compareNumbers(last.value, value) === 0)
      groups[groups.length - 1] = { value, count: last.count + 1 };
    else groups.push({ value, count: 1 });
  }
  const most = groups.reduce((largest, { count }) => Math.max(largest, count), 0);
  return groups.filter(({ count }) => count === most).map(({ value }) => value);
}

const onlyQuantities = (list: FeelList): boolean =>
  list.every((item) => isNumber(item) || (isKinded(item) && item.kind.endsWith('duration')));

/** Functions that make one value of many (DMN 1.5 §10.3.4.4). */
export const statisticsFunctions: readonly BuiltIn[] = [
  ofList('min', (list, run) => extreme(list, 1, run)),
  ofList('max', (list, run) => extreme(list, -1, run)),
  ofList('sum', (list, run) =>
    list.length === 0
      ? null
      : ((onlyQuantities(list) ? sumOf(list) : undefined) ??
        run.warn('Expected numbers in sum(), but there is another value')),
  ),
  ofNumbers('mean', mean),
  ofNumbers('product', (numbers) => foldAll(numbers, multiply)),
  ofNumbers('median', median),
  ofNumbers('stddev', deviation),
  ofNumbers('mode', mode),
];
