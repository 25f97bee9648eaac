import { numbersOf, resultOfHit, type HitPolicy } from './hit-policy.js';

/** UNIQUE: at most one rule may match; several give null. */
export const unique: HitPolicy = (hits, outputs, run) => {
  if (hits.length > 1) {
    return { value: run.warn(`Expected one rule to match (UNIQUE), but rules ${numbersOf(hits)} do`), used: hits };
  }
  return resultOfHit(hits[0], outputs);
};
