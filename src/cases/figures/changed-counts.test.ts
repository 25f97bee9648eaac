import type { ChangedDecision } from '../../runtime/changed-decision-ports.js';
import { idOf } from '../../shared/id.js';
import { changedCounts } from './changed-counts.js';

const settings = {
  places: [
    { task: 'vi', outcome: 'o', cause: 'c', learned: 'l', names: { delvis: 'Vi endret deler av vedtaket' } },
    { task: 'de', outcome: 'o', cause: 'c', learned: 'l', names: { opphevet: 'Klageinstansen opphevet vedtaket' } },
  ],
  causes: { feil: 'Reglene ble brukt feil', uhort: 'Personen ble ikke hørt' },
};

const changed = (times: number, task: 'vi' | 'de', cause: string | null): readonly ChangedDecision[] =>
  Array.from({ length: times }, (_, at) => ({
    ...{ id: `${task}-${cause}-${at}`, processInstanceId: idOf<'ProcessInstance'>('k1'), on: '2026-11-23' },
    ...{ week: '2026-48', task, outcome: task === 'vi' ? 'delvis' : 'opphevet', cause },
    ...{ learned: null, legalBasis: null },
  }));

it('counts 7 changes by cause and by who changed them, and says of 1 from before that the cause is not known', () => {
  const changes = [...changed(4, 'vi', 'feil'), ...changed(2, 'de', 'uhort'), ...changed(1, 'de', null)];

  expect(changedCounts(settings, changes, true)).toEqual({
    total: 7,
    causes: [
      { name: 'Reglene ble brukt feil', count: 4 },
      { name: 'Personen ble ikke hørt', count: 2 },
      { name: 'Ikke oppgitt', count: 1 },
    ],
    outcomes: [
      { name: 'Vi endret deler av vedtaket', count: 4 },
      { name: 'Klageinstansen opphevet vedtaket', count: 3 },
    ],
  });
});

it('hides 4 of 10 from whoever does not see them, and the 6 that would tell; 5 and 5 by who changed them are shown', () => {
  const changes = [...changed(5, 'vi', 'feil'), ...changed(1, 'de', 'feil'), ...changed(4, 'de', 'uhort')];

  const { total, causes, outcomes } = changedCounts(settings, changes, false);

  expect(total).toBe(10);
  expect(causes.map(({ count }) => count)).toEqual([null, null]);
  expect(outcomes.map(({ count }) => count)).toEqual([5, 5]);
});

it('tells whoever sees none of 3 changes nothing but of what kinds they are', () => {
  const { total, causes, outcomes } = changedCounts(settings, changed(3, 'vi', 'feil'), false);

  expect([total, causes, outcomes]).toEqual([
    null,
    [{ name: 'Reglene ble brukt feil', count: null }],
    [{ name: 'Vi endret deler av vedtaket', count: null }],
  ]);
});
