import type { Actor } from '../../engine/index.js';
import { may } from '../access/may.js';

/**
 * Whether a person may take the whole register of persons out as a file, and read one in: whoever leads the office that keeps it. Everybody else
 * who may read it sees one at a time, of those they have to do with.
 */
export const mayKeepPersonFiles = (actor: Actor): boolean =>
  actor.groups.includes('hvk-leder') && may(actor, 'write', { data: 'person-register', isOfUnit: true });
