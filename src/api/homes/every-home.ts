import type { HomeFilter } from '../../runtime/homes/home-ports.js';
import type { HomeRecord } from '../../runtime/homes/home-record.js';
import type { TenantId } from '../../runtime/ports.js';
import type { ApiPorts } from '../api-ports.js';

const atATime = 500;

/** All homes that are wanted, for a file: a page at a time. */
export async function everyHome(
  { homes }: Pick<ApiPorts, 'homes'>,
  tenant: TenantId,
  wanted: HomeFilter,
): Promise<readonly HomeRecord[]> {
  const all: HomeRecord[] = [];
  for (let after: string | undefined; ;) {
    const page = await homes.reader.homes(tenant, wanted, { limit: atATime, ...(after && { after }) });
    all.push(...page);
    after = page.at(-1)?.id;
    if (page.length < atATime) return all;
  }
}
