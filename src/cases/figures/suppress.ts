/** Fewer people than this could be recognised (domain register §5: figures of five persons or more). */
export const fewestShown = 5;

/** Counts that are shown; null: hidden. */
export interface ShownCounts {
  readonly total: number | null;
  /** As they were given. */
  readonly parts: readonly (readonly (number | null)[])[];
}

/**
 * Counts of the same people, broken down in several ways with one total, without what tells of fewer than five. Where the rest of a
 * breakdown and the total would tell what is hidden, the smallest of the rest is hidden too; where that is not enough, everything
 * but what is nobody.
 */
export function suppress(breakdowns: readonly (readonly number[])[]): ShownCounts {
  const total = sum(breakdowns[0] ?? []);
  const hidden = breakdowns.map(hiddenIn);
  const tells = isFew(total) || hidden.some((places, at) => isTold(places, breakdowns[at] ?? []));
  return {
    total: tells ? null : total,
    parts: breakdowns.map((counts, at) =>
      counts.map((count, place) => (count > 0 && (tells || hidden[at]?.has(place)) ? null : count)),
    ),
  };
}

/** A count that stands alone, without a total. */
export const suppressOne = (count: number): number | null => (isFew(count) ? null : count);

const sum = (counts: readonly number[]): number => counts.reduce((one, other) => one + other, 0);

const isFew = (count: number): boolean => count > 0 && count < fewestShown;

function hiddenIn(counts: readonly number[]): ReadonlySet<number> {
  const hidden = new Set(counts.flatMap((count, place) => (isFew(count) ? [place] : [])));
  const smallestFirst = counts
    .map((count, place) => ({ count, place }))
    .filter(({ count, place }) => count > 0 && !hidden.has(place))
    .toSorted((one, other) => one.count - other.count);
  for (const { place } of smallestFirst) {
    if (!isTold(hidden, counts)) break;
    hidden.add(place);
  }
  return hidden;
}

// One hidden count is the total less the rest; several that together are as many as they are, are one each.
function isTold(hidden: ReadonlySet<number>, counts: readonly number[]): boolean {
  if (hidden.size === 0) return false;
  return hidden.size === 1 || sum([...hidden].map((place) => counts[place] ?? 0)) === hidden.size;
}
