import type { ReportedNeed } from '../../runtime/need-ports.js';
import { listOf, objectOf } from '../../shared/json.js';
import type { Json } from '../../shared/json.js';
import { tellsFew, type ToldRange } from '../figures/find-told-cells.js';
import { aboutHowMany, homeTypesOf, shownFigure } from './need-rules.js';
import type { NeedRules } from './need-rules.js';

/**
 * What the units have counted (`telling` of each), added up for every type of the rules, with 0 where nobody needs it. Who checked the units was told
 * about how many each has, and which types: a sum that would tell a small figure of a unit beside that, as one that no unit can have less of,
 * is kept back, the smallest first. A unit knows its own figures besides: a sum of which the others together have few is kept back too.
 */
export function reportedNeeds(rules: NeedRules, units: readonly Json[]): readonly ReportedNeed[] {
  const types = homeTypesOf(rules);
  const counts = units.map((unit) => types.map(({ id }) => countOf(unit, id)));
  const sums = types.map((_, type) => sum(counts.map((unit) => unit[type] ?? 0)));
  const keptBack = keptBackOf(rules, { counts, sums });
  return types.map(({ id, name }, type) => ({
    ...{ id, name, people: sums[type] ?? 0 },
    ...(keptBack.has(type) && { isKeptBack: true as const }),
  }));
}

const countOf = (unit: Json, id: string): number =>
  sum(
    listOf(unit)
      .map(objectOf)
      .map((count) => (count['id'] === id && typeof count['people'] === 'number' ? count['people'] : 0)),
  );

interface Counted {
  readonly counts: readonly (readonly number[])[];
  readonly sums: readonly number[];
}

function keptBackOf(rules: NeedRules, counted: Counted): ReadonlySet<number> {
  const { counts, sums } = counted;
  const isFewWithout = (people: number, type: number): boolean =>
    counts.some((unit) => isFew(rules, people - (unit[type] ?? 0)));
  const keptBack = new Set(
    sums.flatMap((people, type) => (!isFew(rules, people) && isFewWithout(people, type) ? [type] : [])),
  );
  const smallestFirst = sums
    .map((people, type) => ({ people, type }))
    .filter(({ people }) => people > 0 && shownFigure(rules, people) !== null)
    .toSorted((one, other) => one.people - other.people);
  for (const { type } of smallestFirst) {
    if (!isTold(rules, counted, keptBack)) break;
    keptBack.add(type);
  }
  return keptBack;
}

const isFew = ({ smallestCell }: NeedRules, people: number): boolean => people > 0 && people < smallestCell;

/** Whether what is published tells a small figure to who checked, or to who checked and knows one unit's own figures. */
function isTold(rules: NeedRules, { counts, sums }: Counted, keptBack: ReadonlySet<number>): boolean {
  const columns = sums.map((people, type) => toldSum(rules, people, keptBack.has(type)));
  const tells = (others: Counted['counts'], left: readonly ToldRange[]): boolean =>
    tellsFew({
      counts: others,
      cells: others.map((unit) => unit.map(whetherAny)),
      rows: others.map((unit) => aboutHowMany(rules, sum(unit))),
      columns: left,
    });
  // A sum that is not shown is few or kept back, and nobody is told which.
  const without = (unit: readonly number[]): readonly ToldRange[] =>
    columns.map(({ least, most }, type) => ({
      least: Math.max(0, least - (unit[type] ?? 0)),
      most: least === most ? most - (unit[type] ?? 0) : Infinity,
    }));
  return (
    tells(counts, columns) ||
    counts.some((unit) =>
      tells(
        counts.filter((other) => other !== unit),
        without(unit),
      ),
    )
  );
}

// A type that a unit has nobody of is not told of it.
const whetherAny = (people: number): ToldRange => (people === 0 ? { least: 0, most: 0 } : { least: 1, most: Infinity });

function toldSum(rules: NeedRules, people: number, isKeptBack: boolean): ToldRange {
  if (isKeptBack) return { least: 1, most: Infinity };
  return shownFigure(rules, people) === null
    ? { least: 1, most: rules.smallestCell - 1 }
    : { least: people, most: people };
}

const sum = (counts: readonly number[]): number => counts.reduce((one, other) => one + other, 0);
