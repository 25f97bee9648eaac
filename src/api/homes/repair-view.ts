import { mayReadCase } from '../../cases/access/may-read-case.js';
import type { RepairView } from '../../contract/home.contract.js';
import type { Repair } from '../../runtime/homes/building-event.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';

/** The repairs of one building among these that are not solved; whoever may not open the case of one is told so. */
export async function repairViews(
  { cases, homes }: Pick<ApiPorts, 'cases' | 'homes'>,
  { tenant, actor }: RequestActor,
  repairs: readonly Repair[],
): Promise<RepairView[]> {
  const underWay = repairs.filter(({ endedAt }) => endedAt === undefined);
  const [first] = underWay;
  if (first === undefined) return [];
  const places = await homes.reader.homes(tenant, { building: first.building }, { limit: 500 });
  const nameOf = (home: string | undefined) => places.find(({ id }) => id === home)?.name ?? null;
  const found = await Promise.all(underWay.map(({ id }) => cases.find(tenant, id)));
  return underWay.map(({ id, home, work, urgency, responsible, state, reportedAt, reopened }, at) => ({
    ...{ id, work, urgency, state, reportedAt, reopened },
    ...{
      home: home ?? null,
      homeName: nameOf(home),
      responsible: responsible ?? null,
      isOpenToReader: found[at] !== undefined && mayReadCase(actor, found[at]),
    },
  }));
}
