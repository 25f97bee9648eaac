import type { ReportedNeed } from '../../runtime/need-ports.js';
import { listOf, objectOf } from '../../shared/json.js';
import type { Json } from '../../shared/json.js';
import { tellsFew, type ToldRange } from '../figures/find-told-cells.js';
import { aboutHowMany, homeTypesOf, shownFigure } from './need-rules.js';
import type { NeedRules } from './need-rules.js';

/**
 * What the units have counted (`telling` of each), added up for every type of the rules, with 0 where nobody needs it. Who checked the units was told
 * about how many each has, and which types: a sum that would tell a small figure of a unit beside that, as one that no unit can have less of,
 * is kept back, the smallest first.
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

function keptBackOf(rules: NeedRules, { counts, sums }: Counted): ReadonlySet<number> {
  const keptBack = new Set<number>();
  const smallestFirst = sums
    .map((people, type) => ({ people, type }))
    .filter(({ people }) => people > 0 && shownFigure(rules, people) !== null)
    .toSorted((one, other) => one.people - other.people);
  for (const { type } of smallestFirst) {
    const columns = sums.map((people, at) => toldSum(rules, people, keptBack.has(at)));
    const rows = counts.map((unit) => aboutHowMany(rules, sum(unit)));
    if (!tellsFew({ counts, rows, columns, cells: counts.map((unit) => unit.map(whetherAny)) })) break;
    keptBack.add(type);
  }
  return keptBack;
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
