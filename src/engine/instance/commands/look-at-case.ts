import type { Decision } from './decision.js';
import { accept } from './decision.js';
import type { LookAtCase } from './operation-command.js';

/** Decides what follows when somebody has looked at an open case, suspended or not: that it is known, and nothing else. */
export function lookAtCase({ noteId, actor, at }: LookAtCase): Decision {
  return accept({ type: 'CaseLookedAt', noteId, by: actor.id, at });
}
