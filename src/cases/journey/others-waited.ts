import { fewestShown } from '../figures/suppress.js';

/** How long others waited: the middle one, and the range in which four of five fall. */
export interface OthersWaited {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

/** Days that others waited, or null where so few are known that one could be recognised. */
export function othersWaited(days: readonly number[]): OthersWaited | null {
  if (days.length < fewestShown) return null;

  const sorted = days.toSorted((one, other) => one - other);
  return { median: at(sorted, 0.5), low: at(sorted, 0.1), high: at(sorted, 0.9), count: sorted.length };
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.round((sorted.length - 1) * share)] ?? 0;
