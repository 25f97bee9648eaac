import type { HomeFilter, HomeReader } from '../../runtime/homes/home-ports.js';
import type { HomeRecord } from '../../runtime/homes/home-record.js';
import type { TenantId } from '../../runtime/ports.js';

const page = 200;

type Homes = Pick<HomeReader, 'homes'>;

/** Every home of a building, however many there are; none where the register does not know the building. */
export const homesIn = (homes: Homes, tenant: TenantId, building: string): Promise<readonly HomeRecord[]> =>
  everyHome(homes, tenant, { building });

/** Every home that nobody lives in or is to. */
export const freeHomes = (homes: Homes, tenant: TenantId): Promise<readonly HomeRecord[]> =>
  everyHome(homes, tenant, { free: true });

async function everyHome(homes: Homes, tenant: TenantId, wanted: HomeFilter): Promise<readonly HomeRecord[]> {
  const found: HomeRecord[] = [];
  for (;;) {
    const last = found.at(-1);
    const rest = { limit: page, ...(last !== undefined && { after: last.id }) };
    const read = await homes.homes(tenant, wanted, rest);
    found.push(...read);
    if (read.length < page) return found;
  }
}
