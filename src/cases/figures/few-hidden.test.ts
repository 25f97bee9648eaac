import { shownColumn, shownCount } from './few-hidden.js';

it.each([
  [0, 0],
  [1, null],
  [4, null],
  [5, 5],
])('shows %i as %s: from one to four could be recognised', (count, shown) => {
  expect(shownCount(count)).toBe(shown);
});

it.each([
  ['one hidden count', [7, 3], [7, null], null],
  ['two hidden counts that are fewer than five together', [7, 1, 2], [7, null, null], null],
])('hides the sum where it would tell %s', (_, counts, cells, sum) => {
  expect(shownColumn(counts)).toEqual({ cells, sum });
});

it('shows the sum where two hidden counts are five or more together', () => {
  expect(shownColumn([7, 3, 4, 0])).toEqual({ cells: [7, null, null, 0], sum: 14 });
});
