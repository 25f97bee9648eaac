/** Fewer than so many could be recognised (domain register P2 and §5): their number is not shown. */
export const fewestShown = 5;

/** How many there are; null where so few are that one could be recognised. Nobody is recognised in none. */
export const shownCount = (count: number): number | null => (count > 0 && count < fewestShown ? null : count);

/**
 * A column of counts as it may be shown, and its sum. Where one count only is hidden, or few hidden ones together, the sum would
 * tell it: then the sum is hidden as well.
 */
export function shownColumn(counts: readonly number[]): {
  readonly cells: readonly (number | null)[];
  readonly sum: number | null;
} {
  const cells = counts.map(shownCount);
  const hidden = counts.filter((_, place) => cells[place] === null);
  const isTold = hidden.length === 1 || (hidden.length > 1 && total(hidden) < fewestShown);
  return { cells, sum: isTold ? null : shownCount(total(counts)) };
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
