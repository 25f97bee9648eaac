import fc from 'fast-check';
import { breakDown, suppress, suppressOne, suppressPart, suppressSum } from './suppress.js';

it('shows what is five or more, and what is nobody', () => {
  expect(suppress([[7, 0, 5]])).toEqual({ total: 12, parts: [[7, 0, 5]] });
});

it('hides four, and the smallest of the rest, since the total would tell', () => {
  expect(suppress([[4, 9, 20]])).toEqual({ total: 33, parts: [[null, null, 20]] });
});

it('hides a third where two that are hidden are one each', () => {
  expect(suppress([[1, 1, 6, 30]])).toEqual({ total: 38, parts: [[null, null, null, 30]] });
});

it('needs no more where two are hidden together', () => {
  expect(suppress([[3, 4, 20]])).toEqual({ total: 27, parts: [[null, null, 20]] });
});

it('hides everybody where all together are fewer than five', () => {
  expect(suppress([[2, 1], [3]])).toEqual({ total: null, parts: [[null, null], [null]] });
});

it('hides the total and every other breakdown of it, where the total would tell that each is one', () => {
  expect(
    suppress([
      [1, 1, 1, 1, 1],
      [5, 0],
    ]),
  ).toEqual({
    total: null,
    parts: [
      [null, null, null, null, null],
      [null, 0],
    ],
  });
});

it('shows a count that stands alone from five on', () => {
  expect([0, 1, 4, 5].map(suppressOne)).toEqual([0, null, null, 5]);
});

it('never lets anybody compute a count under five from the rest', () => {
  const counts = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(counts, (given) => {
      const { total, parts } = suppress([given]);
      const shown = parts[0] ?? [];
      const hidden = given.filter((_, place) => shown[place] === null);

      expect(shown.every((count) => count === null || count === 0 || count >= 5)).toBe(true);
      if (total === null || hidden.length === 0) return;
      // Whoever knows how many are hidden together has more than one answer left.
      const together = hidden.reduce((one, other) => one + other, 0);
      expect(hidden.length > 1 && together > hidden.length).toBe(true);
    }),
  );
});

it.each([
  ['one hidden count', [7, 3], [7, null], null],
  ['two hidden counts that are fewer than five together', [7, 1, 2], [7, null, null], null],
  ['five hidden counts that are one each', [7, 1, 1, 1, 1, 1], [7, null, null, null, null, null], null],
])('hides the sum of a column where it would tell %s', (_, counts, cells, sum) => {
  expect(suppressSum(counts)).toEqual({ cells, sum });
});

it('shows the sum of a column where two hidden counts are five or more together', () => {
  expect(suppressSum([7, 3, 4, 0])).toEqual({ cells: [7, null, null, 0], sum: 14 });
});

it('shows 6 of 11, and not 9 of 11: the other two would be told', () => {
  expect([suppressPart(6, 11), suppressPart(9, 11), suppressPart(11, 11), suppressPart(3, 11)]).toEqual([
    ...[6, null, 11],
    null,
  ]);
});

it('breaks no line down in which somebody is one of four, nor one where four are what is left', () => {
  expect(breakDown([[6, 0, 5]])).toEqual({ lines: [true], sum: true });
  expect(
    breakDown([
      [20, 4, 0],
      [6, 7, 8],
    ]),
  ).toEqual({ lines: [false, true], sum: false });
});

it('breaks the sum down where two lines are kept back, and what they have together is not few', () => {
  expect(
    breakDown([
      [20, 4],
      [3, 9],
      [6, 7],
    ]),
  ).toEqual({ lines: [false, false, true], sum: true });
});
