import { resultOfHit, type HitPolicy } from './hit-policy.js';

/** FIRST: the first rule that matches, in the order of the table. */
export const first: HitPolicy = (hits, outputs) => resultOfHit(hits[0], outputs);
