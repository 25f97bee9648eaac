import { localDateOf } from '../../engine/index.js';
import type { HomeReader } from '../../runtime/homes/home-ports.js';
import type { JobHandler } from '../../runtime/jobs/job-handler.js';

const page = 200;

/**
 * Job `tell-innflyttede`: how many homes building `bygg` has in the register (`boligerIRegisteret`), in how many of them a lease has begun
 * (`boligerIBruk`), and when that was counted (`tomgangFraOn`). Never who. A building that is not in the register has none.
 */
export function createCountMovedIn({ homes }: { readonly homes: Pick<HomeReader, 'homes'> }): JobHandler['run'] {
  return async ({ tenant, variables, at }) => {
    const today = localDateOf(at);
    const building = typeof variables['bygg'] === 'string' ? variables['bygg'] : '';
    let [there, inUse] = [0, 0];
    for (let after: string | undefined; building !== '';) {
      const read = await homes.homes(tenant, { building }, { limit: page, ...(after !== undefined && { after }) });
      there += read.length;
      inUse += read.filter(({ tenancy }) => tenancy !== undefined && tenancy.fromOn <= today).length;
      after = read.at(-1)?.id;
      if (read.length < page) break;
    }
    return { boligerIRegisteret: there, boligerIBruk: inUse, tomgangFraOn: today };
  };
}
