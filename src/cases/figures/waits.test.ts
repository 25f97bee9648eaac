import type { ListMove } from '../../runtime/figure-ports.js';
import { idOf } from '../../shared/id.js';
import { waitsOf, waitTables } from './waits.js';
import type { WaitSettings } from './waits.js';

const year = { from: '2025-12-31T23:00:00.000Z', until: '2026-12-31T23:00:00.000Z' };
const housed = 'Har fått bolig';
const move = (person: string, kind: ListMove['kind'], on: string, more: Partial<ListMove> = {}): ListMove => ({
  ...{ processInstanceId: idOf<'ProcessInstance'>(person), kind, at: `${on}T10:00:00.000Z` },
  ...{ since: null, reason: kind === 'out' ? housed : null, need: 'rus', origin: null, ...more },
});
const days = (moves: readonly ListMove[]) => {
  const waits = waitsOf(moves, year, housed);
  return { housed: waits.housed.map((wait) => wait.days), waiting: waits.waiting.map((wait) => wait.days) };
};

it('counts days from the list to the home, and of whoever waits to the end of the year', () => {
  const moves = [move('siv', 'in', '2026-02-01'), move('odd', 'in', '2026-12-22'), move('siv', 'out', '2026-03-03')];

  expect(days(moves)).toEqual({ housed: [30], waiting: [10] });
});

it('counts from the day that a first application came onto the list, where a decision was made anew', () => {
  const moves = [move('siv', 'in', '2026-06-01', { since: '2026-01-01' }), move('siv', 'out', '2026-06-02')];

  expect(days(moves)).toEqual({ housed: [152], waiting: [] });
});

it('counts neither who left without a home, nor who got one before the year, nor who is on the list twice', () => {
  const moves = [
    ...[move('siv', 'in', '2025-10-01'), move('siv', 'out', '2025-11-01')],
    ...[move('odd', 'in', '2026-10-01'), move('odd', 'out', '2026-11-01', { reason: null })],
    ...[move('mona', 'in', '2026-12-01'), move('mona', 'in', '2026-12-20')],
  ];

  expect(days(moves)).toEqual({ housed: [], waiting: [31] });
});

it('tells median and range of six with one need and hides two with another, and the six with them', () => {
  const names = { rus: 'Rus', rop: 'Rus og psykisk helse' };
  const settings: WaitSettings = {
    unknown: 'Ikke oppgitt',
    ...{ need: { title: 'behov', field: 'boliggruppe', names }, origin: { title: 'sted', field: 'borNa', names: {} } },
  };
  const six = [10, 20, 30, 40, 50, 400].map((of) => ({ days: of, need: 'rus', origin: null }));
  const two = [7, 9].map((of) => ({ days: of, need: 'rop', origin: null }));
  const rowsOf = (waits: readonly { days: number; need: string; origin: null }[]) =>
    waitTables({ housed: waits, waiting: [] }, settings)
      .slice(0, 2)
      .map(({ rows }) => rows.map(({ name, cells }) => [name, ...cells]));

  expect(rowsOf(six)[0]).toEqual([
    ['Rus', 6, 40, 20, 400],
    ['Alle', 6, 40, 20, 400],
  ]);
  expect(rowsOf([...six, ...two])).toEqual([
    [
      ['Rus', null, null, null, null],
      ['Rus og psykisk helse', null, null, null, null],
      ['Alle', 8, 30, 9, 50],
    ],
    [
      ['Ikke oppgitt', 8, 30, 9, 50],
      ['Alle', 8, 30, 9, 50],
    ],
  ]);
});
