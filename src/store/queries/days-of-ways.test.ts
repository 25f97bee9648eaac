import { daysOfWays } from './days-of-ways.js';

const came = (instance: string, node: string, on: string) => ({ instance, node, on });
const entered = [
  came('bofellesskap', 'kartlegging', '2026-01-01'),
  came('bofellesskap', 'politikk', '2026-03-02'),
  came('bofellesskap', 'lokalisering', '2026-03-12'),
  came('smahus', 'politikk', '2026-05-01'),
  came('smahus', 'kartlegging', '2026-06-01'),
];

it('tells of two phases from one reading: 60 days of mapping, 10 of politics; who came the other way round is left out', () => {
  expect(
    daysOfWays(entered, [
      { from: ['kartlegging'], to: ['politikk'] },
      { from: ['politikk'], to: ['lokalisering'] },
      { from: [], to: ['ferdig'] },
    ]),
  ).toEqual([[60], [10], []]);
});

it('counts from the first of several nodes to the first of others', () => {
  expect(daysOfWays(entered, [{ from: ['kartlegging', 'forprosjekt'], to: ['lokalisering', 'politikk'] }])).toEqual([
    [60],
  ]);
});
