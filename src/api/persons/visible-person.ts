import { mayProtect, mayReadPerson } from '../../cases/access/may-read-person.js';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import type { RegisteredPerson } from '../../runtime/person-ports.js';
import { idOf } from '../../shared/id.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';

type PersonPorts = Pick<ApiPorts, 'persons' | 'clock'>;

/** The person, if `who` may see them; otherwise the same 404 as for somebody whom nobody knows. */
export async function visiblePerson(ports: PersonPorts, who: RequestActor, id: string): Promise<RegisteredPerson> {
  const person = await personSeenBy(ports, who, id);
  if (person === undefined) throw problem('not-found');
  return person;
}

/** The person, if `who` may see them. */
export async function personSeenBy(
  { persons, clock }: PersonPorts,
  { tenant, actor }: RequestActor,
  id: string,
): Promise<RegisteredPerson | undefined> {
  const [person, now] = await Promise.all([persons.person(tenant, idOf<'Actor'>(id)), clock.now(tenant)]);
  return person !== undefined && mayReadPerson(actor, person, dateInNorway(now)) ? person : undefined;
}

/** 403 where somebody changes the protection of an address who may not lift it: laying it is always allowed. */
export function requireProtection(
  { actor }: RequestActor,
  before: Pick<RegisteredPerson, 'protection'>,
  after: Pick<RegisteredPerson, 'protection'>,
): void {
  const isLifted = before.protection !== 'none' && before.protection !== after.protection;
  if (isLifted && !mayProtect(actor)) throw problem('actor-not-allowed');
}
