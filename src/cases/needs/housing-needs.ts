import type { CountedHomes, CountedNeed } from '../../runtime/need-ports.js';
import { homeTypeOf, homeTypesOf, shownFigure } from './need-rules.js';
import type { HomeType, NeedRules } from './need-rules.js';

/** The need for one type of home beside the homes there are (boligsosialloven § 5). Null: somebody, but too few to show. */
export interface HousingNeed extends HomeType {
  readonly waiting: number | null;
  /** Homes of this type in buildings that stay in use. */
  readonly stock: number;
  /** Those among them that somebody could be given today. */
  readonly vacant: number;
  /** Those who wait and for whom no home is free. */
  readonly unmet: number | null;
  /** Somebody waits for it, and the municipality has no such home at all. */
  readonly isMissing: boolean;
  /** Homes in buildings that are being wound down: they are no stock, and who lives there needs another. */
  readonly closingHomes: number;
  readonly closingResidents: number | null;
}

/** What needs are counted from. */
export interface NeedSources {
  readonly waiting: readonly CountedNeed[];
  readonly homes: readonly CountedHomes[];
}

/** The need for each type of home, in the order of the rules; types that nobody waits for and that no home is of are left out. */
export function housingNeeds(rules: NeedRules, { waiting, homes }: NeedSources): readonly HousingNeed[] {
  const needs = waiting.map((need) => ({ ...need, type: homeTypeOf(rules, need.boligtype).id }));
  const stock = homes.map((some) => ({ ...some, type: homeTypeOf(rules, textOf(some)).id }));
  return homeTypesOf(rules).flatMap(({ id, name }) => {
    const wanted = sum(needs.filter(({ type }) => type === id).map((need) => need.waiting));
    const ofType = stock.filter(({ type }) => type === id);
    if (wanted === 0 && ofType.length === 0) return [];

    const staying = ofType.filter(({ isClosing }) => !isClosing);
    const closing = ofType.filter(({ isClosing }) => isClosing);
    const vacant = sum(staying.map((some) => some.vacant));
    const kept = sum(staying.map((some) => some.homes));
    return [
      {
        ...{ id, name, waiting: wanted, stock: kept, vacant, unmet: Math.max(0, wanted - vacant) },
        isMissing: wanted > 0 && kept === 0,
        closingHomes: sum(closing.map((some) => some.homes)),
        closingResidents: sum(closing.map(({ residents }) => residents)),
      },
    ];
  });
}

const textOf = ({ boligtype, erBofellesskap }: CountedHomes): string =>
  erBofellesskap ? `${boligtype} bofellesskap` : boligtype;

const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);

/**
 * The same for whoever may not see who waits: a figure of somebody, but of fewer than the rules say, is left out, and with it what it
 * could be worked out from.
 */
export function withoutSmallCells(needs: readonly HousingNeed[], rules: NeedRules): readonly HousingNeed[] {
  const shown = (figure: number | null): number | null => shownFigure(rules, figure);
  return needs.map((need) => {
    const waiting = shown(need.waiting);
    return {
      ...need,
      waiting,
      unmet: waiting === null ? null : need.unmet,
      closingResidents: shown(need.closingResidents),
    };
  });
}
