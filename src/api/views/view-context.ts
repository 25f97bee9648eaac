import type { DeadlineRegister } from '../../engine/index.js';
import type { TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import type { ApiPorts } from '../api-ports.js';

/** What views need beside the rows: what people are called, what time it is, which deadlines there are. */
export interface ViewContext {
  readonly now: Instant;
  readonly deadlines: DeadlineRegister;
  readonly nameOf: (id: Id<'Actor'>) => string;
}

/** Reads the clock and the names of the people in the rows. A person nobody knows is shown by id. */
export async function viewContext(
  ports: Pick<ApiPorts, 'people' | 'clock' | 'deadlines'>,
  tenant: TenantId,
  ids: readonly (Id<'Actor'> | undefined)[],
): Promise<ViewContext> {
  const wanted = [...new Set(ids)].filter((id) => id !== undefined);
  const [now, people] = await Promise.all([
    ports.clock.now(tenant),
    Promise.all(wanted.map((id) => ports.people.person(tenant, id))),
  ]);
  const names = new Map(people.flatMap((person) => (person === undefined ? [] : [[person.id, person.name]])));
  return {
    now,
    deadlines: ports.deadlines,
    nameOf: (id) => names.get(id) ?? (id === 'system' ? 'Boligflyt' : id),
  };
}
