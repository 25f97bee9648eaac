import type { PersonHouseholds } from '../../contract/person.contract.js';
import type { Household } from '../../runtime/person-ports.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';
import { personSeenBy } from './visible-person.js';

/** A household with the names of its members; undefined where the reader may not see all of them: who lives with somebody tells where they live. */
export async function namedHousehold(
  ports: Pick<ApiPorts, 'persons' | 'clock'>,
  who: RequestActor,
  { id, revision, members }: Household,
): Promise<PersonHouseholds['items'][number] | undefined> {
  const persons = await Promise.all(members.map(({ person }) => personSeenBy(ports, who, person)));
  const named = members.flatMap(({ person, role }) => {
    const known = persons.find((one) => one?.id === person);
    return known === undefined ? [] : [{ person, role, name: known.name }];
  });
  return named.length === members.length ? { id, revision, members: named } : undefined;
}
