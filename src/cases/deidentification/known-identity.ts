import type { ActorDirectory } from '../../runtime/case-ports.js';
import type { HomeReader } from '../../runtime/homes/home-ports.js';
import type { HouseholdRegister } from '../../runtime/household-ports.js';
import type { PersonDetails, PersonRegister } from '../../runtime/person-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import { asSystem } from '../../runtime/reading-as.js';
import type { Id } from '../../shared/id.js';
import { nobodyKnown } from './finding.js';
import type { KnownIdentity } from './finding.js';

/** Where it is written who somebody is. */
export interface IdentitySources {
  readonly persons: Pick<PersonRegister, 'person'>;
  readonly households: Pick<HouseholdRegister, 'familyOf'>;
  readonly people: Pick<ActorDirectory, 'person'>;
  readonly buildings: Pick<HomeReader, 'buildings'>;
}

/** Whose identity is asked for, and in which case. */
export interface IdentityOf {
  readonly tenant: TenantId;
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly subject?: Id<'Actor'>;
}

// An id that a person chose, such as a first name, is found as a name; a made one is found as it stands.
const shortestId = 8;

/**
 * Everything in the registers that tells who the case is about: the person, the household, and all who ever helped. Known in the name of
 * the system: whoever writes a text is held up by a name that they are not shown.
 */
export const knownIdentity = (from: IdentitySources, of: IdentityOf): Promise<KnownIdentity> =>
  asSystem(() => identityFrom(from, of));

async function identityFrom(from: IdentitySources, of: IdentityOf): Promise<KnownIdentity> {
  const { tenant, subject, processInstanceId } = of;
  const [houses, family] = await Promise.all([
    from.buildings.buildings(tenant),
    subject === undefined ? [] : from.households.familyOf(tenant, subject),
  ]);
  const ids = [...(subject === undefined ? [] : [subject]), ...family];
  const known = await Promise.all(ids.map((id) => identityOf(from, tenant, id)));
  return {
    names: known.flatMap(({ names }) => names),
    bornOn: known.flatMap(({ bornOn }) => bornOn),
    contacts: known.flatMap(({ contacts }) => contacts),
    ids: [processInstanceId, ...ids.filter(({ length }) => length >= shortestId)],
    units: houses.flatMap(({ name, address }) => [name, ...(address === undefined ? [] : [address])]),
  };
}

async function identityOf(from: IdentitySources, tenant: TenantId, id: Id<'Actor'>): Promise<KnownIdentity> {
  const [registered, actor] = await Promise.all([from.persons.person(tenant, id), from.people.person(tenant, id)]);
  const helpers = registered?.representatives ?? [];
  const all = [...(registered === undefined ? [] : [registered]), ...helpers];
  return {
    ...nobodyKnown,
    names: [...all.map(({ name }) => name), ...(actor === undefined ? [] : [actor.name])],
    bornOn: registered?.bornOn === undefined ? [] : [registered.bornOn],
    contacts: all.flatMap(contactsOf),
    units: [],
  };
}

const contactsOf = ({ email, phone, address }: Pick<PersonDetails, 'email' | 'phone' | 'address'>): readonly string[] =>
  [email, phone, address].filter((one) => one !== undefined);
