/** Fewer people than this could be recognised (domain register §5: figures of five persons or more). Every figure goes by this file. */
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
export const suppressOne = (count: number): number | null => suppressBelow(count, fewestShown);

/** The same where a municipality shows less than others. */
export const suppressBelow = (count: number, fewest: number): number | null =>
  count > 0 && count < fewest ? null : count;

/** Some of a number that is shown beside them: whoever knows both knows how many the others are. */
export const suppressPart = (part: number, whole: number): number | null =>
  isFew(part) || isFew(whole - part) ? null : part;

/** A column of counts, in which it is the sum that goes where it would tell what is hidden. */
export function suppressSum(counts: readonly number[]): ShownColumn {
  const cells = counts.map(suppressOne);
  const hidden = new Set(cells.flatMap((cell, place) => (cell === null ? [place] : [])));
  const together = sum(counts.filter((_, place) => hidden.has(place)));
  return { cells, sum: isTold(hidden, counts) || isFew(together) ? null : suppressOne(sum(counts)) };
}

/** Cells and their sum; null: hidden. */
export interface ShownColumn {
  readonly cells: readonly (number | null)[];
  readonly sum: number | null;
}

/** Which lines of a table may be broken down, and whether their sum may. */
export interface BrokenDown {
  readonly lines: readonly boolean[];
  readonly sum: boolean;
}

/**
 * Lines of people, each broken down by the same kinds, in which nobody is twice: also the kinds that are not shown, for they are what is left. A
 * line is broken down where none of its kinds is few; the sum, where the lines that are not have no few among them all together.
 */
export function breakDown(lines: readonly (readonly number[])[]): BrokenDown {
  const told = lines.map((kinds) => !kinds.some(isFew));
  const kept = lines.filter((_, at) => told[at] === false);
  const together = (lines[0] ?? []).map((_, kind) => sum(kept.map((kinds) => kinds[kind] ?? 0)));
  return { lines: told, sum: kept.length === 0 || (kept.length > 1 && !together.some(isFew)) };
}

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
