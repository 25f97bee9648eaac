import { firstDifference } from './random-cases.js';

it('gives 20,000 deadlines of any length, with pauses that overlap and extensions, the dates that an oracle counts day by day', () => {
  expect(firstDifference(2026, 20_000)).toBeUndefined();
});
