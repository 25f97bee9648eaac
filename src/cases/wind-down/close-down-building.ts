import type { RegisterStep } from '../../runtime/homes/register-step.js';
import type { Id } from '../../shared/id.js';
import { factsOfBuilding } from '../homes/keep-homes.js';
import { refuse } from '../homes/refuse.js';

/**
 * Says in the register that a building is being wound down, and stops that people are given homes in it. Whoever lives there goes on
 * living there. Safe to repeat. Gives `byggNavn`.
 */
export const closeDownBuilding = (building: Id<'Building'>, reason: string): RegisterStep => ({
  buildings: [building],
  decide: ({ buildings }, { at, actor }) => {
    const before = buildings.get(building);
    if (before === undefined) return refuse('record-not-found', building);
    const freeze = { since: before.freeze?.since ?? at, reason, by: actor };
    const facts = { ...factsOfBuilding(before), status: 'avvikles' } as const;
    return {
      ok: true,
      changes: [
        { change: 'frosset', building, freeze },
        { change: 'bygg-fort', building, facts },
      ],
      gives: { byggNavn: before.name },
    };
  },
});
