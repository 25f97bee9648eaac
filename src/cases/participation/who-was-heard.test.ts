import { heardAlone } from './who-was-heard.js';

const counted = (code: string, outcome: string, count: number) => ({ code, outcome, count });

it('shows 12 who were heard before a move and 6 who declined; where 2 declined, neither the 2 nor what they follow from', () => {
  const counts = [
    ...[counted('MP-A7', 'gjennomfort', 12), counted('MP-A7', 'fravalgt', 6), counted('MP-B1', 'gjennomfort', 1)],
    ...[counted('MP-A6', 'gjennomfort', 9), counted('MP-A6', 'fravalgt', 2)],
    ...[counted('MP-A4', 'gjennomfort', 7), counted('MP-A4', 'ikke-nadd', 5)],
  ];

  expect(heardAlone(counts)).toEqual([
    { code: 'MP-A4', held: 7, declined: 0, exempted: 0, notReached: 5, total: 12 },
    { code: 'MP-A6', held: null, declined: null, exempted: 0, notReached: 0, total: 11 },
    { code: 'MP-A7', held: 12, declined: 6, exempted: 0, notReached: 0, total: 18 },
  ]);
});
