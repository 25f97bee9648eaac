import type { Id } from '../../shared/id.js';
import type { RegisterStep } from './register-step.js';

/** Lets go of every home that a case keeps for somebody, because the case ends before its time. Leases are not touched. Safe to repeat. */
export const releaseKept = (processInstanceId: Id<'ProcessInstance'>): RegisterStep => ({
  keptIn: [processInstanceId],
  decide: ({ homes }, { at }) => {
    const kept = [...homes.values()].filter(({ reservation }) => reservation?.decidedIn === processInstanceId);
    const changes = kept.flatMap(({ id: home, reservation }) =>
      reservation === undefined
        ? []
        : [
            {
              change: 'frigitt',
              home,
              reservation: { ...reservation, releasedAt: at, released: 'avsluttet' },
            } as const,
          ],
    );
    return { ok: true, changes, gives: {} };
  },
});
