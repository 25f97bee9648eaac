import fc from 'fast-check';
import { aboutHowMany, shownNeed } from './need-rules.js';
import { reportedNeeds } from './reported-needs.js';

const rules = { smallestCell: 5, homeTypes: [{ id: 'hybel', name: 'Hybel', words: ['hybel'] }] };
const unit = (hybel: number, annen = 0) => [
  { id: 'hybel', people: hybel },
  { id: 'annen', people: annen },
];
const published = (units: readonly (readonly number[])[]) =>
  reportedNeeds(
    rules,
    units.map(([hybel = 0, annen = 0]) => unit(hybel, annen)),
  ).map((need) => shownNeed(rules, need));

it.each([
  ['keeps 5 back where each of five units has one: no unit can have less', [[1], [1], [1], [1], [1]], [null, 0]],
  ['keeps 6 back where the unit with two knows that the others have 4 together', [[2], [1], [1], [1], [1]], [null, 0]],
  ['keeps 8 back where the unit with two knows that six others have 6', [[2], [1], [1], [1], [1], [1], [1]], [null, 0]],
  ['publishes 9 where two of seven units have two each', [[2], [2], [1], [1], [1], [1], [1]], [9, 0]],
  ['keeps 11 back where one unit has ten or more and another at least one', [[10], [1]], [null, 0]],
  ['keeps 12 back of the same two: the one with ten knows that the other has 2', [[10], [2]], [null, 0]],
  ['publishes 15 where the other has 5', [[10], [5]], [15, 0]],
  ['keeps 17 back: two units of at most nine, so the one with others has one of them', [[9], [8, 1]], [null, null]],
  ['publishes 5 of one unit, and hides 3', [[5, 3]], [5, null]],
] as const)('%s', (_, units, figures) => {
  expect(published(units)).toEqual(figures);
});

it('never lets whoever knows the picture, about how many each unit has of which types, and at most one unit’s own figures, tell a figure of 1 to 4', () => {
  const table = fc.array(fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 6 })), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(table, (units) => {
      const few = units.flatMap((counts, row) =>
        counts.flatMap((people, type) => (people > 0 && people < 5 ? [{ row, type }] : [])),
      );
      const told = [undefined, ...units.keys()].flatMap((known) =>
        few.filter((cell) => cell.row !== known && !hasOther(units, cell, known)).map((cell) => ({ ...cell, known })),
      );
      expect(told).toEqual([]);
      const leftToOthers = published(units).flatMap((figure, type) =>
        figure === null ? [] : units.map((counts) => figure - (counts[type] ?? 0)),
      );
      expect(leftToOthers.filter((people) => people > 0 && people < 5)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

type Table = readonly (readonly [number, number])[];

/** Tries every table that fits what is told until one has another figure in the cell. */
function hasOther(
  units: Table,
  { row, type }: { readonly row: number; readonly type: number },
  known: number | undefined,
): boolean {
  const figures = published(units);
  const fits = (counts: readonly [number, number], at: number): boolean => {
    const own = units[at] ?? [0, 0];
    const { least, most } = aboutHowMany(rules, own[0] + own[1]);
    const together = counts[0] + counts[1];
    return together >= least && together <= most && counts.every((count, of) => count > 0 === (own[of] ?? 0) > 0);
  };
  const rows = units.map((own, at) => (at === known ? [own] : pairs.filter((counts) => fits(counts, at))));
  const isShown = (table: Table): boolean =>
    figures.every((figure, of) => {
      const sum = table.reduce((all, counts) => all + (counts[of] ?? 0), 0);
      const isFew = units.reduce((all, counts) => all + (counts[of] ?? 0), 0) < rules.smallestCell;
      // Nobody is told whether a sum is few or kept back. Who checks is taken to know it none the less.
      const isWithin = known !== undefined || !isFew || sum < rules.smallestCell;
      return figure === null ? sum >= 1 && isWithin : sum === figure;
    });
  const search = (table: Table): boolean => {
    if (table.length === units.length) return table[row]?.[type] !== units[row]?.[type] && isShown(table);
    return (rows[table.length] ?? []).some((counts) => search([...table, counts]));
  };
  return search([]);
}

const pairs: Table = Array.from({ length: 20 * 20 }, (_, at) => [Math.floor(at / 20), at % 20] as const);
