import type { RegisterStep } from '../../runtime/homes/register-step.js';
import type { Staffing } from '../../runtime/homes/building-record.js';
import type { Id } from '../../shared/id.js';
import { refuse } from '../homes/refuse.js';

/** Enters that the staff of a building work otherwise from now on. Why is in the case that it belongs to, never in the register. */
export const changeStaffing = (building: Id<'Building'>, staffing: Staffing): RegisterStep => ({
  buildings: [building],
  decide: ({ buildings }) => {
    const before = buildings.get(building);
    if (before === undefined) return refuse('record-not-found', building);
    const gives = { id: building, revision: before.revision + 1 };
    return { ok: true, changes: [{ change: 'bemanning-endret', building, staffing }], gives };
  },
});
