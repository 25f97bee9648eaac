import type { Actor } from '../../engine/index.js';
import { may } from '../access/may.js';

// Of those whom the matrix lets handle statements: the units that hold the hearing.
const units: readonly string[] = ['byplan', 'prosjektleder'];

/** Whether the person reads statements as they came, writes down those of others and redacts them. */
export const mayHandleStatements = (actor: Actor): boolean =>
  may(actor, 'write', { data: 'hearing-statement', isOfUnit: actor.groups.some((group) => units.includes(group)) });
