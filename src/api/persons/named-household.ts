import type { PersonHouseholds } from '../../contract/person.contract.js';
import type { Household } from '../../runtime/person-ports.js';
import { shownPerson } from '../access/shown.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';
import { personSeenBy } from './visible-person.js';

/**
 * A household with the names of its members, each of whom it is written down for; undefined where the reader may not see all of them: who
 * lives with somebody tells where they live.
 */
export async function namedHousehold(
  ports: Pick<ApiPorts, 'persons' | 'readLog' | 'clock'>,
  who: RequestActor,
  { id, revision, members }: Household,
): Promise<PersonHouseholds['items'][number] | undefined> {
  const seen = await Promise.all(members.map(({ person }) => personSeenBy(ports, who, person)));
  if (seen.includes(undefined)) return undefined;

  const named = members.map(async ({ person, role }) => {
    const { name } = await shownPerson(ports, who, person);
    return { person, role, name };
  });
  return { id, revision, members: await Promise.all(named) };
}
