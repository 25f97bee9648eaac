import type { Actor } from '../../engine/index.js';
import type { HomeRecord } from '../../runtime/homes/home-record.js';
import type { RegisteredPerson } from '../../runtime/person-ports.js';
import { mayProtect } from '../access/may-read-person.js';
import type { ReaderRelation } from '../access/may-read-person.js';
import { may, partsFor } from '../access/may.js';
import type { Right } from '../access/may.js';

// Who sees a part of the homes only, such as those of an own building, has no way to the whole register.
const mayWhole = (actor: Actor, right: Right): boolean =>
  partsFor(actor, 'home') === undefined && may(actor, right, { data: 'home', isOfUnit: true });

/** Whether a person may read the registers of homes and buildings. */
export const mayReadHomes = (actor: Actor): boolean => mayWhole(actor, 'read');

/** Whether a person may read of this home: whoever reads the register, the unit that answers for it, and who lives there. */
export const mayReadHome = (actor: Actor, { tenancy }: HomeRecord, responsibleUnit: string): boolean =>
  mayReadBuilding(actor, responsibleUnit) || may(actor, 'read', { data: 'home', isOwn: tenancy?.person === actor.id });

/** Whether a person may read of a building: whoever reads the register, and the unit that answers for it. */
export const mayReadBuilding = (actor: Actor, responsibleUnit: string): boolean =>
  mayReadHomes(actor) || isOfUnit(actor, 'read', responsibleUnit);

/** Whether a person may keep the whole register, and enter what it does not have. */
export const mayKeepHomes = (actor: Actor): boolean => mayWhole(actor, 'write');

/** Whether a person may correct homes in a building, and keep them for people. */
export const mayKeepBuilding = (actor: Actor, responsibleUnit: string): boolean =>
  mayKeepHomes(actor) || isOfUnit(actor, 'write', responsibleUnit);

const isOfUnit = (actor: Actor, right: Right, unit: string): boolean =>
  may(actor, right, { data: 'home', isOfUnit: actor.groups.includes(unit) });

/**
 * Why somebody may know that this person lives in a home, or is to, and by which of their groups; undefined where they may not. Of one
 * with a protected address a group of its own knows.
 */
export function relationToTenant(actor: Actor, person: RegisteredPerson): ReaderRelation | undefined {
  if (actor.id === person.id) return { role: 'soker', relation: 'own' };
  if (person.protection !== 'none' && !mayProtect(actor)) return undefined;
  const role = actor.groups.find((group) =>
    may({ id: actor.id, groups: [group] }, 'read', { data: 'lease', isOfUnit: true }),
  );
  return role === undefined ? undefined : { role, relation: 'unit' };
}

/** Whether a person may read what every lease says; whose lease it is may still be kept from them (`relationToTenant`). */
export const mayReadLeases = (actor: Actor): boolean => may(actor, 'read', { data: 'lease', isOfUnit: true });

/** Whether a person may say that the staff of a building work otherwise: who leads the unit that answers for it, or services, or all. */
export const mayChangeStaffing = (actor: Actor, responsibleUnit: string): boolean => {
  const { groups } = actor;
  if (groups.includes('hvk-leder') || groups.includes('kd')) return true;
  return groups.includes('botiltaksleder') && groups.includes(responsibleUnit);
};

/** Whether a person may stop, and take up again, that people are given homes in a building: who leads those who give them. */
export const mayFreeze = (actor: Actor): boolean => mayKeepHomes(actor) && actor.groups.includes('bst-leder');

/** Whether a person may read which repairs are under way: whoever sees them all, and the unit that answers for the building. */
export const mayReadRepairs = (actor: Actor): boolean =>
  partsFor(actor, 'maintenance') === undefined && may(actor, 'read', { data: 'maintenance', isOfUnit: true });
