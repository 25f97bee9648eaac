import { checkpointTable, pressureTable } from './leader-figures.js';

const settings = { checkpointOutcomes: { gjennomfort: 'Gjennomført', fravalgt: 'Takket nei', unntatt: 'Unntatt' } };
const of = (code: string, ...counts: readonly number[]) =>
  Object.keys(settings.checkpointOutcomes).map((outcome, at) => ({ code, outcome, count: counts[at] ?? 0 }));

it('hides 2 of 22 people, and whom their 20 would tell; 1 project that was exempted is shown', () => {
  const counts = [...of('MP-A1', 12, 8, 2), ...of('MP-A4', 6, 0, 0), ...of('MP-B1', 3, 0, 1)];

  expect(checkpointTable(counts, settings).rows).toEqual([
    { name: 'MP-A1', cells: [12, null, null] },
    { name: 'MP-A4', cells: [6, 0, 0] },
    { name: 'MP-B1', cells: [3, 0, 1] },
  ]);
});

it('tells that 6 of 20 felt pressed to answer an offer, those who said nothing among the rest; 4 of 20 are not told', () => {
  const field = 'opplevdPress';
  const said = (pressed: number) => [
    { field, answer: 'true', count: pressed },
    { field, answer: 'false', count: 5 },
    { field, answer: null, count: 15 - pressed },
  ];

  expect(pressureTable(said(6)).rows.map(({ cells }) => cells)).toEqual([
    [6, 30],
    [14, 70],
    [20, 100],
  ]);
  expect(pressureTable(said(4)).rows[0]?.cells).toEqual([null, null]);
  expect(pressureTable([]).rows).toEqual([]);
});
