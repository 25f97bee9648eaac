import type { WaitingListEntry } from '../../runtime/case-ports.js';
import type { LocalDate } from '../../shared/time.js';
import { suppress } from '../figures/suppress.js';
import { passedOn } from './long-waits/thresholds.js';
import type { PlacedEntry } from './placed-entries.js';
import { waitingSince } from './priority/circumstances.js';

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

/** How many have waited from so many months up to the next threshold; the last band has no end. */
export interface WaitBand {
  readonly from: number;
  readonly to: number | null;
  readonly people: number | null;
}

/** How many wait, in which place groups, and for how long; null: hidden. */
export interface PeopleWaiting {
  readonly waiting: number | null;
  readonly groups: { readonly group: number; readonly people: number | null }[];
  readonly waits: WaitBand[];
}

/** By what waits are counted: the thresholds of long waits in months, ascending, and the day. */
export interface CountedBy {
  readonly thresholds: readonly number[];
  readonly on: LocalDate;
}

/** Counts the place groups and the waits, for those who see who is in them. */
export function peopleWaiting(
  entries: readonly PlacedEntry[],
  by: CountedBy,
): PeopleWaiting & { readonly waiting: number } {
  const { groups, bands } = figuresOf(entries, by);
  return { waiting: entries.length, groups: [...groups], waits: [...bands] };
}

/** The same for those who see figures only: few people are no figure, and neither is what would tell them. */
export function shownPeopleWaiting(entries: readonly PlacedEntry[], by: CountedBy): PeopleWaiting {
  const { groups, bands } = figuresOf(entries, by);
  const { total, parts } = suppress([groups, bands].map((figures) => figures.map(({ people }) => people)));
  const [inGroups = [], inBands = []] = parts;
  return {
    waiting: total,
    groups: groups.map((figure, at) => ({ ...figure, people: inGroups[at] ?? null })),
    waits: bands.map((figure, at) => ({ ...figure, people: inBands[at] ?? null })),
  };
}

function figuresOf(entries: readonly PlacedEntry[], { thresholds, on }: CountedBy) {
  const groups = countedBy(entries, ({ placement }) => placement.group)
    .map(({ key: group, people }) => ({ group, people }))
    .toSorted((one, other) => one.group - other.group);
  const waited = entries.map(({ entry }) => passedOn(waitingSince(entry), thresholds, on)?.months ?? 0);
  const bands = [0, ...thresholds].map((from, at) => {
    const to = thresholds[at] ?? null;
    return { from, to, people: waited.filter((months) => months >= from && (to === null || months < to)).length };
  });
  return { groups, bands };
}
