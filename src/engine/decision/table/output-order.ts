import { resultsOfHits, type HitPolicy } from './hit-policy.js';
import { byPriority } from './priority.js';

/** OUTPUT ORDER: the results of all rules that match, by the order of the output values. */
export const outputOrder: HitPolicy = (hits, outputs, run) => resultsOfHits(byPriority(hits, outputs, run), outputs);
