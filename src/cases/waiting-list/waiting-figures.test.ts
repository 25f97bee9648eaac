import { idOf } from '../../shared/id.js';
import { areaOf, countedBy, shownPeopleInGroups } from './waiting-figures.js';
import type { PlacedEntry } from './placed-entries.js';

const inGroup = (group: number, omrade = ''): PlacedEntry => ({
  entry: {
    ...{ processInstanceId: idOf<'ProcessInstance'>('sak'), title: 'Siv', enteredAt: '2026-11-20T08:00:00.000Z' },
    ...{ need: { omrade }, circumstances: {}, roundsMissed: 0 },
  },
  placement: { ruleVersion: 1, group, reasons: [], tieBreak: 1, given: {} },
});
const people = (group: number, howMany: number) => Array.from({ length: howMany }, () => inGroup(group));

it('shows 7 and 5, and their sum', () => {
  expect(shownPeopleInGroups([...people(2, 5), ...people(1, 7)])).toEqual({
    waiting: 12,
    groups: [
      { group: 1, people: 7 },
      { group: 2, people: 5 },
    ],
  });
});

it('shows neither 3 nor the sum of 10 from which they follow', () => {
  expect(shownPeopleInGroups([...people(1, 7), ...people(2, 3)])).toEqual({
    waiting: null,
    groups: [
      { group: 1, people: 7 },
      { group: 2, people: null },
    ],
  });
});

it('counts areas as they are written, and nobody who asks for none', () => {
  const entries = [inGroup(1, 'Øst '), inGroup(1, 'Lade'), inGroup(2, 'Øst'), inGroup(2)];

  expect(countedBy(entries, ({ entry }) => areaOf(entry))).toEqual([
    { key: 'Lade', people: 1 },
    { key: 'Øst', people: 2 },
  ]);
});
