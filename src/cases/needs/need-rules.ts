import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ReportedNeed } from '../../runtime/need-ports.js';
import type { ToldRange } from '../figures/find-told-cells.js';
import { fewestShown, suppressBelow } from '../figures/suppress.js';

const rulesSchema = z.strictObject({
  about: z.string(),
  smallestCell: z.int().min(fewestShown),
  homeTypes: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z-]+$/),
        name: z.string().min(1),
        words: z.array(z.string().min(1)).min(1),
      }),
    )
    .min(1),
});

/** A type of home that needs and homes are counted by. */
export interface HomeType {
  readonly id: string;
  readonly name: string;
}

/** By what needs are counted, and how few people are too few to show. */
export interface NeedRules {
  readonly smallestCell: number;
  readonly homeTypes: readonly (HomeType & { readonly words: readonly string[] })[];
}

/** What fits no type of the municipality. */
export const otherType: HomeType = { id: 'annen', name: 'Andre typer' };

/** The types of the municipality in their order, and at the end what fits none. */
export const homeTypesOf = ({ homeTypes }: NeedRules): readonly HomeType[] => [...homeTypes, otherType];

/** Reads by what needs are counted from workflows/behov.json. */
export async function readNeedRules(file: string): Promise<NeedRules> {
  const json: unknown = JSON.parse(await readFile(file, 'utf8'));
  return rulesSchema.parse(json);
}

/** A figure of people as it is shown to those who may not see who waits: null where it is somebody, but too few. */
export const shownFigure = ({ smallestCell }: NeedRules, figure: number | null): number | null =>
  figure === null ? null : suppressBelow(figure, smallestCell);

/** A figure of a published picture of needs, as it is shown to the same. */
export const shownNeed = (rules: NeedRules, { people, isKeptBack }: ReportedNeed): number | null =>
  isKeptBack === true ? null : shownFigure(rules, people);

/** The type that a text such as «To rom, nær buss» is counted as: what was written itself is in no figure. */
export function homeTypeOf({ homeTypes }: NeedRules, text: string): HomeType {
  const words = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  return (
    homeTypes.find((type) => type.words.some((start) => words.some((word) => word.startsWith(start)))) ?? otherType
  );
}

/** About how many a unit has reported, as who checks it is told: the lowest step is wider than the figures that are hidden, and says not that there are few. */
export function aboutHowMany({ smallestCell }: NeedRules, people: number): ToldRange {
  if (people === 0) return { least: 0, most: 0 };
  const step = smallestCell * 2;
  const from = Math.floor(people / step) * step;
  return { least: Math.max(1, from), most: from + step - 1 };
}
