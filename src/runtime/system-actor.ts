import type { Actor } from '../engine/index.js';
import { idOf } from '../shared/id.js';

/** Boligflyt itself: it rings timers and carries out effects, and it is nobody's colleague. */
export const systemActor: Actor = { id: idOf<'Actor'>('system'), groups: [] };
