import { setTimeout as rest } from 'node:timers/promises';
import pg from 'pg';
import { StoreUnavailable } from '../../runtime/store-unavailable.js';

/** Somebody else committed meanwhile what this transaction stands on; nothing was written, and it can be tried again. */
export class ConcurrentChange extends Error {}

const mostAttempts = 5;
// serialization_failure, deadlock_detected and unique_violation: PostgreSQL's own words for the same thing. Which key of two
// that begin the same case clashes first is chance.
const retryable: ReadonlySet<string | undefined> = new Set(['40001', '40P01', '23505']);

/** How those who met rest before they try again. */
export interface Patience {
  /** From 0 to 1, by chance, so that they do not meet again. */
  readonly chance: () => number;
  readonly rest: (milliseconds: number) => Promise<unknown>;
}

const usualPatience: Patience = { chance: Math.random, rest };

/**
 * Runs `work` again when it met a concurrent change, at most five times in all, after a rest of up to 10, 20, 40 and 80 milliseconds:
 * half of it for certain, the other half by chance.
 */
export async function retryOnConcurrentChange<Result>(
  work: () => Promise<Result>,
  patience: Patience = usualPatience,
  attempt = 1,
): Promise<Result> {
  try {
    return await work();
  } catch (failure) {
    if (!isConcurrent(failure)) throw failure;
    // Where so many are in the way, the next one is for whoever asks again later.
    if (attempt >= mostAttempts) throw isKeyTaken(failure) ? failure : new StoreUnavailable(failure);
  }
  await patience.rest(5 * 2 ** (attempt - 1) * (1 + patience.chance()));
  return retryOnConcurrentChange(work, patience, attempt + 1);
}

const isConcurrent = (failure: unknown): boolean =>
  failure instanceof ConcurrentChange || (failure instanceof pg.DatabaseError && retryable.has(failure.code));

const isKeyTaken = (failure: unknown): boolean => failure instanceof pg.DatabaseError && failure.code === '23505';
