import { mayReadLeases } from '../../cases/homes/may-use-homes.js';
import { mayReadCase } from '../../cases/access/may-read-case.js';
import type { ArrearsView } from '../../contract/rent.contract.js';
import type { Arrears } from '../../runtime/homes/rent-ports.js';
import { shownTenants } from '../access/shown.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';

/** The leases that owe something, the most first: those that the reader may be shown; that they are is written down. */
export async function arrearsViews(ports: ApiPorts, who: RequestActor): Promise<ArrearsView[]> {
  const all = await ports.homes.rents.arrears(who.tenant);
  const open = all.filter(({ person }) => mayReadLeases(who.actor) || person === who.actor.id);
  const shown = await shownTenants(ports, who, [...new Set(open.map(({ person }) => person))]);
  const names = new Map(shown.map(({ id, name }) => [id, name]));
  const visible = open.filter(({ person }) => names.has(person) || person === who.actor.id);
  return Promise.all(visible.map((row) => arrearsView(ports, who, { row, personName: names.get(row.person) ?? null })));
}

async function arrearsView(
  { homes, cases }: Pick<ApiPorts, 'homes' | 'cases'>,
  { tenant, actor }: RequestActor,
  { row: { followedIn, ...row }, personName }: { readonly row: Arrears; readonly personName: string | null },
): Promise<ArrearsView> {
  const [place, found] = await Promise.all([
    homes.reader.home(tenant, row.home),
    followedIn === undefined ? undefined : cases.find(tenant, followedIn),
  ]);
  return {
    ...row,
    ...{ homeName: place?.name ?? row.home, personName },
    processInstanceId: found !== undefined && mayReadCase(actor, found) ? found.id : null,
  };
}
