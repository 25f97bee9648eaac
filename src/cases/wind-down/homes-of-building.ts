import type { HomeReader } from '../../runtime/homes/home-ports.js';
import type { HomeRecord } from '../../runtime/homes/home-record.js';
import type { TenantId } from '../../runtime/ports.js';

const page = 500;

/** Every home of a building, whoever lives there, by name. */
export async function homesOfBuilding(
  reader: Pick<HomeReader, 'homes'>,
  tenant: TenantId,
  building: string,
): Promise<readonly HomeRecord[]> {
  const all: HomeRecord[] = [];
  for (;;) {
    const last = all.at(-1);
    const found = await reader.homes(tenant, { building }, { limit: page, ...(last && { after: last.id }) });
    all.push(...found);
    if (found.length < page) return all;
  }
}
