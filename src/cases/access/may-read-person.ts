import type { Actor } from '../../engine/index.js';
import { isCurrent, type RegisteredPerson } from '../../runtime/person-ports.js';
import type { ReadRelation } from '../../runtime/read-log-ports.js';
import type { LocalDate } from '../../shared/time.js';
import { may, partsFor } from './may.js';

/** By which of their groups somebody may see something about a person, and why. */
export interface ReaderRelation {
  readonly role: string;
  readonly relation: ReadRelation | 'own';
}

/** The group of the few who see that a person with a protected address (kode 6 and 7) is here at all. */
const protectedReaders = 'adressesperre';

/** Whether somebody may lay or lift the protection of an address, and sees those who have one. */
export const mayProtect = (actor: Actor): boolean => actor.groups.includes(protectedReaders);

/**
 * Whether somebody may see a person: the person, who acts for them now, and staff who have to do with people. One with a protected
 * address is seen by the staff of a group of their own only.
 */
export const mayReadPerson = (actor: Actor, person: RegisteredPerson, today: LocalDate): boolean =>
  relationToPerson(actor, person, today) !== undefined;

/** Why somebody may see a person, and by which of their groups; undefined where they may not. */
export function relationToPerson(actor: Actor, person: RegisteredPerson, today: LocalDate): ReaderRelation | undefined {
  if (actor.id === person.id) return { role: 'soker', relation: 'own' };
  if (person.representatives.some((one) => actsFor(actor, one) && isCurrent(one, today)))
    return { role: 'fullmektig', relation: 'shared' };
  if (person.protection !== 'none' && !mayProtect(actor)) return undefined;
  const role = actor.groups.find((group) => readsWhole({ id: actor.id, groups: [group] }));
  return role === undefined ? undefined : { role, relation: 'unit' };
}

// Who reads a part only, such as the landlord of tenants, has no way to it through the whole.
const readsWhole = (actor: Actor): boolean =>
  may(actor, 'read', { data: 'identity', isOfUnit: true }) && partsFor(actor, 'identity') === undefined;

const actsFor = (actor: Actor, one: RegisteredPerson['representatives'][number]): boolean =>
  one.kind === 'fullmektig' && one.actor === actor.id;
