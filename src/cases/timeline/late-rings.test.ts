import { idOf } from '../../shared/id.js';
import type { JournalRow } from '../../runtime/read-ports.js';
import { lateRings } from './late-rings.js';

const timerId = idOf<'Timer'>('t');
const row = (seq: number, event: JournalRow['event']): JournalRow => ({ seq, actor: idOf<'Actor'>('system'), event });
const timer = {
  id: timerId,
  elementInstanceId: idOf<'ElementInstance'>('e'),
  node: 'fristen',
  purpose: 'event' as const,
  dueAt: '2026-12-01T08:00:00.000Z',
  occurrence: 1,
};
const set = row(1, { type: 'TimerScheduled', timer, at: '2026-11-23T08:00:00.000Z' });
const rang = (at: string) => row(2, { type: 'TimerFired', timerId, node: 'fristen', at });

it.each([
  ['3 days and 2 hours', '2026-12-04T10:15:00.000Z', '3 døgn og 2 timer'],
  ['1 hour', '2026-12-01T09:00:00.000Z', '1 time'],
  ['10 minutes', '2026-12-01T08:10:00.000Z', '10 minutter'],
])('tells that a timer rang %s late', (_how, at, text) => {
  expect([...lateRings([set, rang(at)])]).toEqual([[2, text]]);
});

it.each([
  ['rang 9 minutes and 59 seconds after its time', [set, rang('2026-12-01T08:09:59.000Z')]],
  ['nobody knows when it was due', [rang('2026-12-04T08:00:00.000Z')]],
])('tells nothing of one of which %s', (_what, rows) => {
  expect(lateRings(rows).size).toBe(0);
});
