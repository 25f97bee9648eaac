import { roundTo } from '../values/arithmetic.js';
import { compareValues, feelEquals } from '../values/compare.js';
import { isWhole, toDouble } from '../values/decimal.js';
import { isList, isNumber, type FeelList, type FeelNumber, type FeelValue } from '../values/feel-value.js';
import type { Run } from '../values/run.js';
import { functionAt, builtIn, listAt, numberAt, overload, overloaded, valueAt, type BuiltIn } from './signature.js';

const isSame = (one: FeelValue, other: FeelValue, run: Run): boolean => feelEquals(one, other, run) === true;

// Counts from 0; `undefined` for a position that the list does not have.
function placeOf(position: FeelNumber, length: number): number | undefined {
  const whole = toDouble(roundTo(position, 0, 'down') ?? 0);
  if (!isWhole(position) || whole === 0 || Math.abs(whole) > length) return undefined;
  return whole > 0 ? whole - 1 : length + whole;
}

const outside = (name: string, run: Run): null =>
  run.warn(`Expected a position inside the list in ${name}(), but got another`);

function sublist(values: readonly FeelValue[], run: Run): FeelValue {
  const list = listAt(values, 0);
  const from = placeOf(numberAt(values, 1), list.length);
  const length = valueAt(values, 2);
  if (from === undefined) return outside('sublist', run);
  if (!isNumber(length)) return list.slice(from);
  const count = toDouble(roundTo(length, 0, 'down') ?? 0);
  return count < 0 || from + count > list.length ? outside('sublist', run) : list.slice(from, from + count);
}

function replaceAt(values: readonly FeelValue[], run: Run): FeelValue {
  const list = listAt(values, 0);
  const place = placeOf(numberAt(values, 1), list.length);
  return place === undefined ? outside('list replace', run) : list.with(place, valueAt(values, 2));
}

function replaceWhere(values: readonly FeelValue[], run: Run): FeelValue {
  const match = functionAt(values, 1);
  if (match.parameters.length !== 2)
    return run.warn('Expected the match of list replace() to take an item and the new item, but it takes others');
  const items: FeelValue[] = [];
  for (const item of listAt(values, 0)) {
    run.use(1);
    const answer = match.invoke([item, valueAt(values, 2)], run);
    if (typeof answer !== 'boolean')
      return run.warn('Expected the match of list replace() to be true or false, but it is not');
    items.push(answer ? valueAt(values, 2) : item);
  }
  return items;
}

/** The items of a list, each once: the first of those that are equal. */
export function distinct(list: FeelList, run: Run): FeelList {
  const simple = new Set<FeelValue>();
  const others: FeelValue[] = [];
  return list.filter((item) => {
    if (item === null || typeof item !== 'object') return !simple.has(item) && Boolean(simple.add(item));
    run.use(others.length + 1);
    return !others.some((other) => isSame(other, item, run)) && others.push(item) > 0;
  });
}

function flatten(list: FeelList, run: Run): FeelList {
  run.use(list.length);
  return list.flatMap((item) => (isList(item) ? flatten(item, run) : [item]));
}

function concatenate(lists: FeelList, run: Run): FeelList | null {
  if (lists.includes(null)) return run.warn('Expected lists to concatenate, but got null');
  const all = lists.flatMap((list) => (isList(list) ? list : [list]));
  run.use(all.length);
  return all;
}

function isEarlier(one: FeelValue, other: FeelValue, by: Precedes): boolean {
  by.run.use(1);
  const answer = by.precedes([one, other]);
  if (answer === true) return true;
  if (answer !== false) by.undecided();
  return false;
}

interface Precedes {
  readonly precedes: (pair: FeelList) => FeelValue;
  readonly undecided: () => void;
  readonly run: Run;
}

function sort(values: readonly FeelValue[], run: Run): FeelValue {
  const precedes = functionAt(values, 1);
  let isDecided = true;
  const by: Precedes = {
    precedes: (pair) => precedes.invoke(pair, run),
    undecided: () => {
      isDecided = false;
    },
    run,
  };
  const sorted = listAt(values, 0).toSorted((one, other) => {
    if (isEarlier(one, other, by)) return -1;
    return isEarlier(other, one, by) ? 1 : 0;
  });
  return isDecided ? sorted : run.warn('Expected the order of sort() to be true or false, but it is not');
}

const smallestFirst: FeelValue = {
  kind: 'function',
  parameters: [{ name: 'x' }, { name: 'y' }],
  invoke: ([one = null, other = null], run) => lessThan(one, other, run),
};

const lessThan = (one: FeelValue, other: FeelValue, run: Run): FeelValue => {
  const order = compareValues(one, other);
  return order === undefined ? run.warn('Expected items that have an order, but got others') : order < 0;
};

/** Functions of lists that look at any kind of item (DMN 1.5 §10.3.4.4, §10.3.4.9). */
export const listFunctions: readonly BuiltIn[] = [
  builtIn('list contains', 'list: list, element: any', (values, run) => {
    run.use(listAt(values, 0).length);
    return listAt(values, 0).some((item) => isSame(item, valueAt(values, 1), run));
  }),
  overloaded(
    'list replace',
    overload('list: list, position: number, newItem: any', replaceAt),
    overload('list: list, match: function, newItem: any', replaceWhere),
  ),
  builtIn('count', 'list: list', (values) => listAt(values, 0).length),
  builtIn('sublist', 'list: list, start position: number, length?: number', sublist),
  builtIn('append', 'list: list, ...item: any', (values, run) => {
    run.use(listAt(values, 0).length);
    return [...listAt(values, 0), ...listAt(values, 1)];
  }),
  builtIn('concatenate', '...list: any', (values, run) => concatenate(listAt(values, 0), run)),
  builtIn('union', '...list: any', (values, run) => {
    const all = concatenate(listAt(values, 0), run);
    return all && distinct(all, run);
  }),
  builtIn('insert before', 'list: list, position: number, newItem: any', (values, run) => {
    const list = listAt(values, 0);
    const place = placeOf(numberAt(values, 1), list.length);
    run.use(list.length);
    return place === undefined ? outside('insert before', run) : list.toSpliced(place, 0, valueAt(values, 2));
  }),
  builtIn('remove', 'list: list, position: number', (values, run) => {
    const list = listAt(values, 0);
    const place = placeOf(numberAt(values, 1), list.length);
    return place === undefined ? outside('remove', run) : list.toSpliced(place, 1);
  }),
  builtIn('reverse', 'list: list', (values) => listAt(values, 0).toReversed()),
  builtIn('index of', 'list: list, match: any', (values, run) => {
    run.use(listAt(values, 0).length);
    return listAt(values, 0).flatMap((item, at) => (isSame(item, valueAt(values, 1), run) ? [at + 1] : []));
  }),
  builtIn('distinct values', 'list: list', (values, run) => distinct(listAt(values, 0), run)),
  builtIn('flatten', 'list: list', (values, run) => flatten(listAt(values, 0), run)),
  overloaded(
    'sort',
    overload('list: list, precedes: function', sort),
    overload('list: list', (values, run) => sort([valueAt(values, 0), smallestFirst], run)),
  ),
];
