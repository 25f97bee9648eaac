import type { Actor } from '../../engine/index.js';
import { isCurrent, type RegisteredPerson } from '../../runtime/person-ports.js';
import type { LocalDate } from '../../shared/time.js';

// Domain register §5, «Identity, contact»: who writes it, and who reads it.
const keepers: readonly string[] = ['hvk', 'hvk-leder', 'nav'];
const readers: readonly string[] = [...keepers, 'bst', 'bst-leder'];

/** The group of the few who see that a person with a protected address (kode 6 and 7) is here at all. */
const protectedReaders = 'adressesperre';

const isIn = ({ groups }: Actor, wanted: readonly string[]): boolean => groups.some((group) => wanted.includes(group));

/** Whether somebody may register and change people, and look for them by name. */
export const mayKeepPersons = (actor: Actor): boolean => isIn(actor, keepers);

/** Whether somebody may lay or lift the protection of an address. */
export const mayProtect = (actor: Actor): boolean => actor.groups.includes(protectedReaders);

/**
 * Whether somebody may see a person: the person, who acts for them now, and staff who have to do with people. One with a protected
 * address is seen by the staff of a group of their own only.
 */
export function mayReadPerson(actor: Actor, person: RegisteredPerson, today: LocalDate): boolean {
  if (actor.id === person.id) return true;
  if (person.representatives.some((one) => actsFor(actor, one) && isCurrent(one, today))) return true;
  return isIn(actor, readers) && (person.protection === 'none' || mayProtect(actor));
}

const actsFor = (actor: Actor, one: RegisteredPerson['representatives'][number]): boolean =>
  one.kind === 'fullmektig' && one.actor === actor.id;
