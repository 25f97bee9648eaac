import type { Actor } from '../../engine/index.js';
import type { Application } from '../../runtime/application-ports.js';
import { may } from './may.js';
import { mayProtect } from './may-read-person.js';
import type { ReaderRelation } from './may-read-person.js';

/** An application, as access to it goes. */
export interface AskedApplication extends Pick<Application, 'receivedBy' | 'belongsTo'> {
  readonly isOwn: boolean;
  /** They act for the person now. */
  readonly isShared: boolean;
  readonly isProtected: boolean;
}

/**
 * Why somebody may see that an application was made: the person, who acts for them, and the units that it came to and belongs to; of one
 * with a protected address only the group for it. Undefined where they may not.
 */
export function relationToApplication(
  actor: Actor,
  { isOwn, isShared, isProtected, receivedBy, belongsTo }: AskedApplication,
): ReaderRelation | undefined {
  if (isOwn) return { role: 'soker', relation: 'own' };
  if (isShared) return { role: 'fullmektig', relation: 'shared' };
  if (isProtected && !mayProtect(actor)) return undefined;
  const role = unitsOf(actor).find((group) => group === receivedBy || group === belongsTo);
  return role === undefined ? undefined : { role, relation: 'unit' };
}

/** The units of somebody that applications come to. */
export const unitsOf = ({ id, groups }: Actor): readonly string[] =>
  groups.filter((group) => may({ id, groups: [group] }, 'write', { data: 'application', isOfUnit: true }));
