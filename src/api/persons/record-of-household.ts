import type { PersonRecord } from '../../contract/person-record.contract.js';
import type { HouseholdChange, HouseholdOfPerson, Membership } from '../../runtime/household-ports.js';
import type { Id } from '../../shared/id.js';

type OwnMembership = PersonRecord['households'][number];

/** How somebody is and was in a household, for themselves: of the others how many there are, or were on the last day. */
export const householdOf = ({ memberships }: HouseholdOfPerson, person: Id<'Actor'>): readonly OwnMembership[] =>
  memberships.filter((one) => one.person === person).map((own) => ownMembership(own, memberships));

function ownMembership(own: Membership, memberships: readonly Membership[]): OwnMembership {
  const { person, role, fromOn = null, untilOn = null, wasWrong } = own;
  const there = memberships.filter((one) => one.person !== person && !one.wasWrong && isThere(one, own));
  const others = new Map(there.map((one) => [one.person, one.role]));
  const adults = [...others.values()].filter((as) => as === 'voksen').length;
  return {
    ...{ role, fromOn, untilOn, wasWrong, otherAdults: adults, otherChildren: others.size - adults },
    ...{ joined: whyOf(own.joined), left: whyOf(own.left) },
  };
}

// Days compare as text. Who is in it now meets those who are in it now.
function isThere(other: Membership, { untilOn }: Membership): boolean {
  if (untilOn === undefined) return other.untilOn === undefined;
  return (other.fromOn ?? '') <= untilOn && (other.untilOn === undefined || other.untilOn >= untilOn);
}

// By whom is told by unit alone, as everywhere in the record.
const whyOf = (change: HouseholdChange | undefined): OwnMembership['joined'] =>
  change === undefined ? null : { at: change.at, reason: change.reason };
