import { idOf } from '../../shared/id.js';
import { countRepairs } from './repair-figures.js';

const now = '2026-11-24T08:00:00.000Z';
const reported = (count: number, at: string, isSolved = false) =>
  Array.from({ length: count }, (_, number) => ({
    ...{ id: idOf<'ProcessInstance'>(`${at}-${number}`), building: idOf<'Building'>('tun'), revision: 1 },
    ...({ work: 'vann', urgency: 'vanlig', state: 'meldt', reportedAt: at, reopened: 0 } as const),
    ...(isSolved ? { endedAt: now } : {}),
  }));

it('counts 5 faults that are open and hides 4; of the last year, those that are solved too', () => {
  const old = reported(4, '2025-11-23T08:00:00.000Z');
  const solved = reported(2, '2026-10-01T08:00:00.000Z', true);

  expect(countRepairs([...reported(4, '2026-11-01T08:00:00.000Z'), ...solved], now)).toEqual({
    open: null,
    lastYear: 6,
  });
  expect(countRepairs([...reported(1, '2026-11-01T08:00:00.000Z'), ...old], now)).toEqual({ open: 5, lastYear: null });
});
