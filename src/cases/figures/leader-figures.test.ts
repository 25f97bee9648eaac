import { checkpointTable } from './leader-figures.js';

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
