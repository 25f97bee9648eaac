import type { RegisterStep } from '../../runtime/homes/register-step.js';
import type { Id } from '../../shared/id.js';
import { refuse } from './refuse.js';

/** Stops that people are given homes in a building, or takes it up again. Safe to repeat. */
export const freezeBuilding = (
  building: Id<'Building'>,
  { frozen, reason }: { readonly frozen: boolean; readonly reason: string },
): RegisterStep => ({
  buildings: [building],
  decide: ({ buildings }, { at, actor }) => {
    const before = buildings.get(building);
    if (before === undefined) return refuse('record-not-found', building);
    const gives = { id: building, revision: before.revision + 1 };
    if (!frozen) return { ok: true, changes: [{ change: 'ikke-frosset', building, reason }], gives };
    const freeze = { since: before.freeze?.since ?? at, reason, by: actor };
    return { ok: true, changes: [{ change: 'frosset', building, freeze }], gives };
  },
});
