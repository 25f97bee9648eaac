import type { Actor } from '../../engine/index.js';
import { maySeeWhoWaits } from '../access/may-see-who-waits.js';
import { rolesOf } from '../access/role-of-group.js';

/**
 * Whether a person may take the waiting list out as a file: the team that keeps it, and leaders; and of those only who sees the whole list
 * with who is on it (domain register §5).
 */
export const mayTakeOutList = (actor: Actor, leaders: readonly string[]): boolean =>
  maySeeWhoWaits(actor) && (rolesOf(actor).includes('bst') || actor.groups.some((group) => leaders.includes(group)));
