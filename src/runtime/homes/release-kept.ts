import type { Id } from '../../shared/id.js';
import type { Reservation } from './home-record.js';
import type { RegisterStep } from './register-step.js';

type CaseId = Id<'ProcessInstance'>;
type Released = NonNullable<Reservation['released']>;

/** Lets go of every home that a case keeps for somebody, because the case ends before its time or as `released` says. Leases are not touched. Safe to repeat. */
export const releaseKept = (processInstanceId: CaseId, released: Released = 'avsluttet'): RegisterStep =>
  releaseWhere([processInstanceId], released, ({ decidedIn }) => decidedIn === processInstanceId);

/**
 * The same for a case that is ended by the one that called it: also what its own tasks have kept for the caller (reservations are called after
 * the task that made them). An offer may be made while its application stops.
 */
export const releaseKeptByCalled = (called: CaseId, caller: CaseId): RegisterStep =>
  releaseWhere(
    [called, caller],
    'avsluttet',
    ({ id, decidedIn }) => decidedIn === called || (decidedIn === caller && id.startsWith(`${called}-`)),
  );

const releaseWhere = (
  keptIn: readonly CaseId[],
  released: Released,
  isKept: (reservation: Reservation) => boolean,
): RegisterStep => ({
  keptIn,
  decide: ({ homes }, { at }) => {
    const changes = [...homes.values()].flatMap(({ id: home, reservation }) =>
      reservation === undefined || !isKept(reservation)
        ? []
        : [{ change: 'frigitt', home, reservation: { ...reservation, releasedAt: at, released } } as const],
    );
    return { ok: true, changes, gives: {} };
  },
});
