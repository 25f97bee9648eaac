import { mayReadLeases } from '../../cases/homes/may-use-homes.js';
import { mayReadCase } from '../../cases/access/may-read-case.js';
import type { ArrearsView } from '../../contract/rent.contract.js';
import type { Arrears } from '../../runtime/homes/rent-ports.js';
import { shownTenant } from '../access/shown.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';

/** The leases that owe something, the most first: those that the reader may be shown; that they are is written down. */
export async function arrearsViews(ports: ApiPorts, who: RequestActor): Promise<ArrearsView[]> {
  const all = await ports.homes.rents.arrears(who.tenant);
  const open = all.filter(({ person }) => mayReadLeases(who.actor) || person === who.actor.id);
  const rows = await Promise.all(open.map((row) => arrearsView(ports, who, row)));
  return rows.flatMap((row) => row ?? []);
}

async function arrearsView(
  ports: ApiPorts,
  who: RequestActor,
  { followedIn, ...row }: Arrears,
): Promise<ArrearsView | undefined> {
  const shown = await shownTenant(ports, who, row.person);
  if (shown === undefined && row.person !== who.actor.id) return undefined;

  const [place, found] = await Promise.all([
    ports.homes.reader.home(who.tenant, row.home),
    followedIn === undefined ? undefined : ports.cases.find(who.tenant, followedIn),
  ]);
  return {
    ...row,
    ...{ homeName: place?.name ?? row.home, personName: shown?.name ?? null },
    processInstanceId: found !== undefined && mayReadCase(who.actor, found) ? found.id : null,
  };
}
