import { compareValues, feelEquals } from '../values/compare.js';
import { isKinded, type FeelRange, type FeelValue } from '../values/feel-value.js';
import type { Run } from '../values/run.js';
import { builtIn, valueAt, type BuiltIn } from './signature.js';

const isRange = (value: FeelValue): value is FeelRange => isKinded(value) && value.kind === 'range';

// A point is the range that holds nothing else.
const asRange = (value: FeelValue): FeelRange =>
  isRange(value) ? value : { kind: 'range', start: value, end: value, startIncluded: true, endIncluded: true };

type Relation = (one: FeelRange, other: FeelRange) => boolean | null;

const order = (one: FeelValue, other: FeelValue): number | null => compareValues(one, other) ?? null;

const same = (one: FeelValue, other: FeelValue): boolean => feelEquals(one, other) === true;

const isBefore: Relation = (one, other) => {
  if (one.end === null || other.start === null) return false;
  const between = order(one.end, other.start);
  if (between === null) return null;
  return between < 0 || (between === 0 && !(one.endIncluded && other.startIncluded));
};

// Less than zero where `one` starts earlier: at an earlier point, or at the same one that only it includes.
function orderOfStarts(one: FeelRange, other: FeelRange): number | null {
  if (one.start === null || other.start === null) return Number(other.start === null) - Number(one.start === null);
  const between = order(one.start, other.start);
  if (between !== 0) return between;
  return Number(other.startIncluded) - Number(one.startIncluded);
}

function orderOfEnds(one: FeelRange, other: FeelRange): number | null {
  if (one.end === null || other.end === null) return Number(one.end === null) - Number(other.end === null);
  const between = order(one.end, other.end);
  if (between !== 0) return between;
  return Number(one.endIncluded) - Number(other.endIncluded);
}

const isIncluded = (inner: FeelRange, outer: FeelRange): boolean | null => {
  const starts = orderOfStarts(outer, inner);
  const ends = orderOfEnds(inner, outer);
  return starts === null || ends === null ? null : starts <= 0 && ends <= 0;
};

const meets: Relation = (one, other) => one.endIncluded && other.startIncluded && same(one.end, other.start);

const starts: Relation = (one, other) => {
  if (one.startIncluded !== other.startIncluded || !same(one.start, other.start)) return false;
  const ends = orderOfEnds(one, other);
  return ends === null ? null : ends <= 0;
};

const finishes: Relation = (one, other) => {
  if (one.endIncluded !== other.endIncluded || !same(one.end, other.end)) return false;
  const begin = orderOfStarts(other, one);
  return begin === null ? null : begin <= 0;
};

const overlap: Relation = (one, other) => {
  const [before, after] = [isBefore(one, other), isBefore(other, one)];
  return before === null || after === null ? null : !before && !after;
};

const overlapsBefore: Relation = (one, other) => {
  const [begin, ends, shared] = [orderOfStarts(one, other), orderOfEnds(one, other), overlap(one, other)];
  if (begin === null || ends === null || shared === null) return null;
  return shared && begin < 0 && ends <= 0;
};

const turned =
  (relation: Relation): Relation =>
  (one, other) =>
    relation(other, one);

const coincides: Relation = (one, other) =>
  same(one.start, other.start) &&
  same(one.end, other.end) &&
  one.startIncluded === other.startIncluded &&
  one.endIncluded === other.endIncluded;

/** What the two operands of a relation may be: `p` a point, `r` a range. */
type Operands = 'pp' | 'pr' | 'rp' | 'rr';

function relation(name: string, operands: readonly Operands[], holds: Relation): BuiltIn {
  return builtIn(name, 'a: any, b: any', (values, run: Run) => {
    const [one, other] = [valueAt(values, 0), valueAt(values, 1)];
    const given = `${isRange(one) ? 'r' : 'p'}${isRange(other) ? 'r' : 'p'}`;
    const isPossible = operands.some((possible) => possible === given) && one !== null && other !== null;
    const answer = isPossible ? holds(asRange(one), asRange(other)) : null;
    return answer ?? run.warn(`Expected points or ranges that fit ${name}(), but got others`);
  });
}

/** Relations of points and ranges (DMN 1.5 §10.3.4.7). */
export const rangeFunctions: readonly BuiltIn[] = [
  relation('before', ['pp', 'pr', 'rp', 'rr'], isBefore),
  relation('after', ['pp', 'pr', 'rp', 'rr'], turned(isBefore)),
  relation('meets', ['rr'], meets),
  relation('met by', ['rr'], turned(meets)),
  relation('overlaps', ['rr'], overlap),
  relation('overlaps before', ['rr'], overlapsBefore),
  relation('overlaps after', ['rr'], turned(overlapsBefore)),
  relation('finishes', ['pr', 'rr'], finishes),
  relation('finished by', ['rp', 'rr'], turned(finishes)),
  relation('includes', ['rp', 'rr'], turned(isIncluded)),
  relation('during', ['pr', 'rr'], isIncluded),
  relation('starts', ['pr', 'rr'], starts),
  relation('started by', ['rp', 'rr'], turned(starts)),
  relation('coincides', ['pp', 'rr'], coincides),
];
