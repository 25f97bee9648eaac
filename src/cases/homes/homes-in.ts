import type { HomeReader } from '../../runtime/homes/home-ports.js';
import type { HomeRecord } from '../../runtime/homes/home-record.js';
import type { TenantId } from '../../runtime/ports.js';

const page = 200;

/** Every home of a building, however many there are; none where the register does not know the building. */
export async function homesIn(
  homes: Pick<HomeReader, 'homes'>,
  tenant: TenantId,
  building: string,
): Promise<readonly HomeRecord[]> {
  const found: HomeRecord[] = [];
  for (;;) {
    const last = found.at(-1);
    const rest = { limit: page, ...(last !== undefined && { after: last.id }) };
    const read = await homes.homes(tenant, { building }, rest);
    found.push(...read);
    if (read.length < page) return found;
  }
}
