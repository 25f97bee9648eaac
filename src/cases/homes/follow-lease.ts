import { localDateOf } from '../../engine/index.js';
import type { HomeReader } from '../../runtime/homes/home-ports.js';
import type { RentBook } from '../../runtime/homes/rent-ports.js';
import { RegisterWork } from '../../runtime/jobs/job-handler.js';
import type { Job, JobAnswer } from '../../runtime/jobs/job-handler.js';
import { idOf } from '../../shared/id.js';
import { changeLease, openEndLease } from './let-homes.js';

/** Where leases, and what is owed for them, are read. */
export interface LeaseParts {
  readonly homes: Pick<HomeReader, 'home'>;
  readonly rents: Pick<RentBook, 'arrearsOf'>;
}

const nothingOwed = 0;

/**
 * Job `sjekk-leie`: what the lease of the case owes now (`skyldig`, kroner), and whether the tenant has reserved against NAV being told
 * (`reservert`, husleieloven § 9-11). Asked when it is needed, because both change while the case goes on.
 */
export const createCheckLease =
  ({ homes, rents }: LeaseParts) =>
  async ({ tenant, variables }: Job): Promise<JobAnswer> => {
    const { home, tenancy } = leaseOf(variables);
    const [record, arrears] = await Promise.all([homes.home(tenant, home), rents.arrearsOf(tenant, tenancy)]);
    const lease = record?.tenancy?.id === tenancy ? record.tenancy : undefined;
    return { skyldig: arrears?.owed ?? nothingOwed, reservert: lease?.navReservedOn !== undefined };
  };

/**
 * Job `for-leie`: writes in the register of leases what header `hendelse` says. `bedt-om-a-flytte`: the tenant was asked to move today;
 * `tidsubestemt`: the lease has no last day any more (husleieloven § 9-2). A lease that is ended is the BPMN error `tenancy-over`.
 */
export function changeLeaseOfCase({ node, headers, variables, at }: Job): JobAnswer {
  const { home, tenancy } = leaseOf(variables);
  switch (headers['hendelse']) {
    case 'bedt-om-a-flytte':
      return new RegisterWork(changeLease(home, tenancy, { moveRequestedOn: localDateOf(at) }));
    case 'tidsubestemt':
      return new RegisterWork(openEndLease(home, tenancy));
    default:
      throw new Error(`Expected header 'hendelse' of '${node}' to be bedt-om-a-flytte or tidsubestemt`);
  }
}

const leaseOf = ({ bolig, leieforhold }: Job['variables']) => ({
  home: idOf<'Home'>(typeof bolig === 'string' ? bolig : ''),
  tenancy: idOf<'Tenancy'>(typeof leieforhold === 'string' ? leieforhold : ''),
});
