import type { Actor } from '../../engine/index.js';
import { may, partsFor } from './may.js';

/** By which of their groups somebody looks after who reads whose data; undefined where they do not. Operators see technical lines only. */
export const overseerOfReads = ({ id, groups }: Actor): string | undefined =>
  groups.find((group) => {
    const actor = { id, groups: [group] };
    return may(actor, 'read', { data: 'access-log', isOfUnit: true }) && partsFor(actor, 'access-log') === undefined;
  });
