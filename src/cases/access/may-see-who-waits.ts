import type { Actor } from '../../engine/index.js';
import { may, partsFor } from './may.js';

/** Whether a person sees the whole waiting list with who is on it; whoever does not sees no figure of a few people either. */
export const maySeeWhoWaits = (actor: Actor): boolean =>
  partsFor(actor, 'waiting-list') === undefined && may(actor, 'read', { data: 'waiting-list', isOfUnit: true });
