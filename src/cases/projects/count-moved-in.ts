import { localDateOf } from '../../engine/index.js';
import type { HomeReader } from '../../runtime/homes/home-ports.js';
import type { JobHandler } from '../../runtime/jobs/job-handler.js';
import { homesIn } from '../homes/homes-in.js';

/**
 * Job `tell-innflyttede`: how many homes building `bygg` has in the register (`boligerIRegisteret`), in how many of them a lease has begun
 * (`boligerIBruk`), and when that was counted (`tomgangFraOn`). Never who. A building that is not in the register has none.
 */
export function createCountMovedIn({ homes }: { readonly homes: Pick<HomeReader, 'homes'> }): JobHandler['run'] {
  return async ({ tenant, variables: { bygg }, at }) => {
    const today = localDateOf(at);
    const there = typeof bygg === 'string' ? await homesIn(homes, tenant, bygg) : [];
    const inUse = there.filter(({ tenancy }) => tenancy !== undefined && tenancy.fromOn <= today);
    return { boligerIRegisteret: there.length, boligerIBruk: inUse.length, tomgangFraOn: today };
  };
}
