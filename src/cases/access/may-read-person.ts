import type { Actor } from '../../engine/index.js';
import { isCurrent, type RegisteredPerson } from '../../runtime/person-ports.js';
import type { LocalDate } from '../../shared/time.js';
import { may, partsFor } from './may.js';

/** The group of the few who see that a person with a protected address (kode 6 and 7) is here at all. */
const protectedReaders = 'adressesperre';

/** Whether somebody may lay or lift the protection of an address, and sees those who have one. */
export const mayProtect = (actor: Actor): boolean => actor.groups.includes(protectedReaders);

/**
 * Whether somebody may see a person: the person, who acts for them now, and staff who have to do with people. One with a protected
 * address is seen by the staff of a group of their own only.
 */
export function mayReadPerson(actor: Actor, person: RegisteredPerson, today: LocalDate): boolean {
  const isOwn = actor.id === person.id;
  const isShared = person.representatives.some((one) => actsFor(actor, one) && isCurrent(one, today));
  // Who reads a part only, such as the landlord of tenants, has no way to it through the whole.
  const isOfUnit = (person.protection === 'none' || mayProtect(actor)) && partsFor(actor, 'identity') === undefined;
  return may(actor, 'read', { data: 'identity', isOwn, isShared, isOfUnit });
}

const actsFor = (actor: Actor, one: RegisteredPerson['representatives'][number]): boolean =>
  one.kind === 'fullmektig' && one.actor === actor.id;
