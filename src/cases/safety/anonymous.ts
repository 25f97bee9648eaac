import type { Actor } from '../../engine/index.js';
import { idOf } from '../../shared/id.js';

/** Who has told something without wanting to be known: the same for everybody, with no rights, and no way back to a person. */
export const anonymous: Actor = { id: idOf<'Actor'>('anonym'), groups: [] };
