import { mayKeepBuilding } from '../../cases/homes/may-use-homes.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';

/** 404 unless the building is there and `who` may keep what stands in it: to others it does not exist. */
export async function requireKeptBuilding(ports: ApiPorts, { tenant, actor }: RequestActor, id: string): Promise<void> {
  const place = await ports.homes.reader.building(tenant, id);
  if (place === undefined || !mayKeepBuilding(actor, place.responsibleUnit)) throw problem('not-found');
}

/** 404 unless the home is there and `who` may keep it: to others it does not exist. */
export async function requireKeptHome(ports: ApiPorts, who: RequestActor, id: string): Promise<void> {
  const home = await ports.homes.reader.home(who.tenant, id);
  if (home === undefined) throw problem('not-found');
  await requireKeptBuilding(ports, who, home.building);
}
