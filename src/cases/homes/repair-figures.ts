import { addDuration } from '../../engine/index.js';
import type { Repair } from '../../runtime/homes/building-event.js';
import type { Instant } from '../../shared/time.js';
import { suppressOne } from '../figures/suppress.js';

/** How many faults there were; null where that could point at somebody. */
export interface CountedRepairs {
  readonly open: number | null;
  readonly lastYear: number | null;
}

/** Counts what was reported of a building, for whoever sees figures only. */
export const countRepairs = (repairs: readonly Repair[], now: Instant): CountedRepairs => ({
  open: suppressOne(repairs.filter(({ endedAt }) => endedAt === undefined).length),
  lastYear: suppressOne(repairs.filter(({ reportedAt }) => reportedAt > addDuration(now, '-P1Y')).length),
});
