import type { PersonRecord } from '../../contract/person-record.contract.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import type { ApiPorts } from '../api-ports.js';

/** The leases of a person, those that are over too, the newest first, with what was to be paid and what was. */
export async function recordOfHomes(
  { homes: { reader, rents } }: Pick<ApiPorts, 'homes'>,
  tenant: TenantId,
  person: Id<'Actor'>,
): Promise<PersonRecord['tenancies']> {
  const leases = await reader.tenanciesOf(tenant, person);
  return Promise.all(
    leases.map(async ({ id, home, fromOn, toOn = null, leavesOn = null, endedOn = null, rent = null }) => {
      const [record, claims] = await Promise.all([reader.home(tenant, home), rents.claims(tenant, id)]);
      const place = record && (await reader.building(tenant, record.building));
      return {
        ...{ id, home: record?.name ?? home, building: place?.name ?? null, address: place?.address ?? null },
        ...{ fromOn, toOn, leavesOn, endedOn, rent },
        claims: claims.map(({ kind, dueOn, amount, paid }) => ({ kind, dueOn, amount, paid })),
      };
    }),
  );
}
