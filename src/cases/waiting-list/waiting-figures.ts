import type { WaitingListEntry } from '../../runtime/case-ports.js';
import { suppressSum } from '../figures/suppress.js';
import type { PlacedEntry } from './placed-entries.js';

/** The area that an entry asks for, as its order (bestilling) writes it; undefined where it asks for none. */
export function areaOf({ need: { omrade } }: Pick<WaitingListEntry, 'need'>): string | undefined {
  return typeof omrade === 'string' && omrade.trim() !== '' ? omrade.trim() : undefined;
}

/** How many people there are of each key, in the order of the texts of the keys; those without a key are left out. */
export function countedBy<Key>(
  entries: readonly PlacedEntry[],
  keyOf: (one: PlacedEntry) => Key | undefined,
): readonly { readonly key: Key; readonly people: number }[] {
  const counted = new Map<string, { readonly key: Key; readonly people: number }>();
  for (const one of entries) {
    const key = keyOf(one);
    if (key === undefined) continue;
    const name = JSON.stringify(key);
    counted.set(name, { key, people: (counted.get(name)?.people ?? 0) + 1 });
  }
  return [...counted].toSorted(([one], [other]) => one.localeCompare(other, 'nb')).map(([, figure]) => figure);
}

/** How many wait, and in which place groups; null: hidden. */
export interface PeopleInGroups {
  readonly waiting: number | null;
  readonly groups: { readonly group: number; readonly people: number | null }[];
}

/** Counts the place groups, for those who see who is in them. */
export function peopleInGroups(entries: readonly PlacedEntry[]): PeopleInGroups & { readonly waiting: number } {
  const figures = countedBy(entries, ({ placement }) => placement.group);
  const groups = figures.map(({ key: group, people }) => ({ group, people }));
  return { waiting: entries.length, groups: groups.toSorted((one, other) => one.group - other.group) };
}

/** The same for those who see figures only: few people are no figure, and the sum is none where it would tell them. */
export function shownPeopleInGroups(entries: readonly PlacedEntry[]): PeopleInGroups {
  const { groups } = peopleInGroups(entries);
  const { cells, sum } = suppressSum(groups.map(({ people }) => people ?? 0));
  return { waiting: sum, groups: groups.map(({ group }, at) => ({ group, people: cells[at] ?? null })) };
}
