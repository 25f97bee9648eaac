import type { MembershipView, PersonHousehold } from '../../contract/household.contract.js';
import type { HouseholdChange, HouseholdOfPerson, Membership } from '../../runtime/household-ports.js';
import type { RegisteredPerson } from '../../runtime/person-ports.js';
import { shownPerson } from '../access/shown.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';
import { personSeenBy } from './visible-person.js';

type Ports = Pick<ApiPorts, 'persons' | 'people' | 'readLog' | 'clock'>;

/**
 * A household with the names of those who are and were in it, each of whom it is written down for; undefined where the reader may not see
 * all who are in it now: who lives with somebody tells where they live. Of those who were in it only whom the reader may see is told, and
 * not why, where the same change is about another.
 */
export async function namedHousehold(
  ports: Ports,
  who: RequestActor,
  { id, revision, memberships }: HouseholdOfPerson,
): Promise<PersonHousehold | undefined> {
  const hidden = await hiddenFrom(ports, who, memberships);
  if (memberships.some((one) => isNow(one) && hidden.has(one.person))) return undefined;

  const shown = memberships.filter(({ person }) => !hidden.has(person));
  const people = [...new Set(shown.map(({ person }) => person))];
  const named = await Promise.all(people.map((person) => shownPerson(ports, who, person)));
  const reads: Reads = { named, authors: await authorsOf(ports, who, shown), secret: secretsOf(memberships, hidden) };
  const views = shown.map((one) => viewOf(one, reads));
  return {
    ...{ id, revision },
    members: views.filter(({ untilOn }) => untilOn === null),
    former: views.filter(({ untilOn }) => untilOn !== null),
  };
}

interface Reads {
  readonly named: readonly RegisteredPerson[];
  /** Names of those who changed the household. */
  readonly authors: ReadonlyMap<string, string>;
  /** When something was changed for a reason that is not told. */
  readonly secret: ReadonlySet<string>;
}

const isNow = ({ untilOn }: Membership): boolean => untilOn === undefined;

async function hiddenFrom(
  ports: Ports,
  who: RequestActor,
  memberships: readonly Membership[],
): Promise<ReadonlySet<string>> {
  const people = [...new Set(memberships.map(({ person }) => person))];
  const seen = await Promise.all(people.map((person) => personSeenBy(ports, who, person)));
  return new Set(people.filter((_, place) => seen[place] === undefined));
}

const changesOf = (memberships: readonly Membership[]): readonly HouseholdChange[] =>
  memberships.flatMap(({ joined, left }) => [joined, left].filter((change) => change !== undefined));

const secretsOf = (memberships: readonly Membership[], hidden: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(changesOf(memberships.filter(({ person }) => hidden.has(person))).map(({ at }) => at));

async function authorsOf(
  { people }: Ports,
  { tenant }: RequestActor,
  memberships: readonly Membership[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(changesOf(memberships).map(({ by }) => by))];
  const actors = await Promise.all(ids.map((id) => people.person(tenant, id)));
  return new Map(ids.map((id, place) => [id, actors[place]?.name ?? id]));
}

function viewOf(one: Membership, { named, authors, secret }: Reads): MembershipView {
  const { person, role, fromOn = null, untilOn = null, wasWrong } = one;
  const name = named.find(({ id }) => id === person)?.name ?? person;
  const view = (change: HouseholdChange | undefined): MembershipView['joined'] => {
    if (change === undefined) return null;
    const { at, by, reason } = change;
    return { at, by: authors.get(by) ?? by, reason: secret.has(at) ? null : reason };
  };
  return { person, name, role, fromOn, untilOn, wasWrong, joined: view(one.joined), left: view(one.left) };
}
