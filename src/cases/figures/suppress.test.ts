import fc from 'fast-check';
import { suppress, suppressOne } from './suppress.js';

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
