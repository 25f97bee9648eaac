import type { Id } from '../../shared/id.js';
import { idOf } from '../../shared/id.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';

/** The person of this id; 422 where nobody has it: a home is kept for and let to people that the municipality knows. */
export async function knownPerson(ports: ApiPorts, { tenant }: RequestActor, id: string): Promise<Id<'Actor'>> {
  const person = idOf<'Actor'>(id);
  const known = (await ports.persons.person(tenant, person)) ?? (await ports.people.person(tenant, person));
  if (known === undefined) throw problem('unknown-person');
  return known.id;
}
