import { idOf } from '../../shared/id.js';
import { areaOf, countedBy, peopleWaiting, shownPeopleWaiting } from './waiting-figures.js';
import type { PlacedEntry } from './placed-entries.js';

const inGroup = (group: number, omrade = '', since = '2026-11-20'): PlacedEntry => ({
  entry: {
    ...{ processInstanceId: idOf<'ProcessInstance'>('sak'), title: 'Siv', enteredAt: `${since}T08:00:00.000Z` },
    ...{ need: { omrade }, circumstances: {}, roundsMissed: 0 },
  },
  placement: { ruleVersion: 1, group, reasons: [], tieBreak: 1, given: {} },
});
const people = (group: number, howMany: number, since?: string) =>
  Array.from({ length: howMany }, () => inGroup(group, '', since));

const by = { thresholds: [3, 6], on: '2026-11-23' };

it('shows 7 and 5, their sum, and that all 12 have waited less than 3 months', () => {
  expect(shownPeopleWaiting([...people(2, 5), ...people(1, 7)], by)).toEqual({
    waiting: 12,
    groups: [
      { group: 1, people: 7 },
      { group: 2, people: 5 },
    ],
    waits: [
      { from: 0, to: 3, people: 12 },
      { from: 3, to: 6, people: 0 },
      { from: 6, to: null, people: 0 },
    ],
  });
});

it('shows neither 3, nor the 7 from which they and the sum of 10 follow', () => {
  expect(shownPeopleWaiting([...people(1, 7), ...people(2, 3)], by)).toMatchObject({
    waiting: 10,
    groups: [
      { group: 1, people: null },
      { group: 2, people: null },
    ],
  });
});

it('hides how long 2 have waited, and how long the next few, so that nobody counts the rest', () => {
  const entries = [...people(1, 20), ...people(1, 9, '2026-08-20'), ...people(1, 2, '2026-02-01')];

  expect(shownPeopleWaiting(entries, by)).toEqual({
    waiting: 31,
    groups: [{ group: 1, people: 31 }],
    waits: [
      { from: 0, to: 3, people: 20 },
      { from: 3, to: 6, people: null },
      { from: 6, to: null, people: null },
    ],
  });
});

it('tells those who see who waits that 2 have waited for 6 months or more', () => {
  expect(peopleWaiting([...people(1, 3), ...people(1, 2, '2024-02-01')], by)).toMatchObject({
    waiting: 5,
    waits: [{ people: 3 }, { people: 0 }, { people: 2 }],
  });
});

it('counts areas as they are written, and nobody who asks for none', () => {
  const entries = [inGroup(1, 'Øst '), inGroup(1, 'Lade'), inGroup(2, 'Øst'), inGroup(2)];

  expect(countedBy(entries, ({ entry }) => areaOf(entry))).toEqual([
    { key: 'Lade', people: 1 },
    { key: 'Øst', people: 2 },
  ]);
});
