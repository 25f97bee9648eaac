import type { Actor } from '../../engine/index.js';
import type { HousingPlan, SharedWith } from '../../runtime/housing-plan-ports.js';
import { isCurrent, type RegisteredPerson, type Representative } from '../../runtime/person-ports.js';
import type { LocalDate } from '../../shared/time.js';
import { cellOf } from './may.js';
import type { ReaderRelation } from './may-read-person.js';
import { groupsInRoles, rolesOf } from './role-of-group.js';

/** Whether a unit is one with which a person may share a housing plan: those whom the matrix says it may be shared with. */
const isOpenToGroup = (group: string): boolean =>
  rolesOf({ groups: [group] }).some((role) => cellOf(role, 'housing-plan') === 'S');

/** The units with which a person may share. */
export const groupsToShareWith: readonly string[] = groupsInRoles.filter(
  (group) => isOpenToGroup(group) && group !== 'fullmektig',
);

/** Those who act for a person or help them on a day, and log in. */
export const helpersOf = (
  { representatives }: Pick<RegisteredPerson, 'representatives'>,
  today: LocalDate,
): readonly (Representative & { readonly actor: NonNullable<Representative['actor']> })[] =>
  representatives.flatMap((one) =>
    one.actor !== undefined && isCurrent(one, today) ? [{ ...one, actor: one.actor }] : [],
  );

/** Whether a person may share a plan so. */
export const maySharePlan = (person: RegisteredPerson, shareWith: SharedWith, today: LocalDate): boolean =>
  'group' in shareWith
    ? groupsToShareWith.includes(shareWith.group)
    : helpersOf(person, today).some(({ actor }) => actor === shareWith.actor);

/**
 * Why somebody may see a person's housing plan; undefined where they may not. It is the person's own: nobody sees it with whom it is not
 * shared now, whatever else they see, and a helper no longer than they are one.
 */
export function relationToPlan(
  actor: Actor,
  person: RegisteredPerson,
  { shares, today }: Pick<HousingPlan, 'shares'> & { readonly today: LocalDate },
): ReaderRelation | undefined {
  if (actor.id === person.id) return { role: 'soker', relation: 'own' };
  const helper = helpersOf(person, today).find((one) => one.actor === actor.id);
  for (const share of shares) {
    if ('group' in share && actor.groups.includes(share.group) && isOpenToGroup(share.group))
      return { role: share.group, relation: 'consent' };
    if ('actor' in share && helper !== undefined && share.actor === actor.id)
      return { role: 'fullmektig', relation: 'consent' };
  }
  return undefined;
}
