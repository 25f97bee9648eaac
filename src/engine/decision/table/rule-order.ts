import { resultsOfHits, type HitPolicy } from './hit-policy.js';

/** RULE ORDER, and COLLECT without aggregation: the results of all rules that match, in the order of the table. */
export const ruleOrder: HitPolicy = (hits, outputs) => resultsOfHits(hits, outputs);
