import { housingNeeds, withoutSmallCells } from './housing-needs.js';
import { homeTypeOf, readNeedRules } from './need-rules.js';

const rules = await readNeedRules('workflows/behov.json');
const flats = { boligtype: 'Leilighet', erBofellesskap: false, isClosing: false, homes: 10, vacant: 2, residents: 8 };

it.each([
  ['To rom nær bussen', 'leilighet'],
  ['Småhus', 'smahus'],
  ['To rom i bofellesskap med base', 'bofellesskap'],
  ['Der Siv Dahl vil bo', 'annen'],
  ['', 'annen'],
])('counts «%s» as %s', (text, type) => {
  expect(homeTypeOf(rules, text).id).toBe(type);
});

it('counts 7 who wait for a flat beside 2 that are free: 5 are unmet; homes in a building that is wound down are no stock', () => {
  const waiting = [
    { boligtype: 'To rom', waiting: 4 },
    { boligtype: 'Leilighet', waiting: 3 },
  ];
  const closing = { ...flats, isClosing: true, homes: 44, vacant: 0, residents: 44 };

  expect(housingNeeds(rules, { waiting, homes: [flats, closing] })).toEqual([
    {
      ...{ id: 'leilighet', name: 'Vanlig leilighet', waiting: 7, stock: 10, vacant: 2, unmet: 5, isMissing: false },
      ...{ closingHomes: 44, closingResidents: 44 },
    },
  ]);
});

it('shows no figure of 1 to 4 people outside, nor what it follows from; 0 and 5 are shown', () => {
  const of = (waiting: number, vacant: number) =>
    withoutSmallCells(
      housingNeeds(rules, { waiting: [{ boligtype: 'Leilighet', waiting }], homes: [{ ...flats, vacant }] }),
      rules,
    ).map((need) => [need.waiting, need.unmet]);

  expect([of(4, 0), of(1, 2), of(5, 1), of(0, 1)]).toEqual([[[null, null]], [[null, null]], [[5, 4]], [[0, 0]]]);
});
