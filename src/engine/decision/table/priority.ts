import type { Run } from '../../expression/values/run.js';
import { resultOfHit, type Hit, type HitPolicy, type Outputs } from './hit-policy.js';

/** PRIORITY: of the rules that match, the one whose outputs stand first among the output values. */
export const priority: HitPolicy = (hits, outputs, run) => resultOfHit(byPriority(hits, outputs, run)[0], outputs);

/** Hits by the places of their outputs among the output values, the first output before the next (DMN 1.5 §8.2.8). */
export function byPriority(hits: readonly Hit[], { ranksOf }: Outputs, run: Run): readonly Hit[] {
  const ranked = hits.map((hit) => ({ hit, ranks: ranksOf(hit.outputs, run) }));
  return ranked
    .toSorted((one, other) => {
      const at = one.ranks.findIndex((rank, column) => rank !== other.ranks[column]);
      return at < 0 ? 0 : (one.ranks[at] ?? 0) < (other.ranks[at] ?? 0) ? -1 : 1;
    })
    .map(({ hit }) => hit);
}
