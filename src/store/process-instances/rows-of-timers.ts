import type { TimerInstance } from '../../engine/index.js';
import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import type { Change } from './change.js';
import { eventsOf } from './change.js';
import { renamedIn } from './renamed-in.js';

/** A timer as it stands after a change. */
export interface TimerRow extends Pick<
  TimerInstance,
  'id' | 'node' | 'purpose' | 'occurrence' | 'dueAt' | 'deadline' | 'userTaskId'
> {
  readonly instance: Id<'ProcessInstance'>;
  readonly toWhom: string | null;
  readonly firedAt: Instant | null;
  readonly cancelledAt: Instant | null;
}

/** The timers that a change set, moved, rang or cancelled. */
export function rowsOfTimers(change: Change): readonly TimerRow[] {
  const { before, after } = change;
  const scheduled = new Map(eventsOf(change, 'TimerScheduled').map(({ timer }) => [timer.id, timer]));
  const firedAt = new Map(eventsOf(change, 'TimerFired').map(({ timerId, at }) => [timerId, at]));
  const moved = [...eventsOf(change, 'TimerMoved'), ...eventsOf(change, 'TimerChanged')].map(({ timerId }) => timerId);
  const cancelledAt = new Map(eventsOf(change, 'TimerCancelled').map(({ timerId, at }) => [timerId, at]));

  return [
    ...new Set([
      ...renamedIn(change, ({ timers }) => timers),
      ...scheduled.keys(),
      ...moved,
      ...firedAt.keys(),
      ...cancelledAt.keys(),
    ]),
  ].flatMap((id) => {
    const live = after.timers.get(id);
    const timer = live ?? scheduled.get(id) ?? before?.timers.get(id);
    if (timer === undefined) return [];

    const { node, purpose, occurrence, dueAt, deadline, userTaskId, to } = timer;
    const ended = live === undefined ? { firedAt: firedAt.get(id), cancelledAt: cancelledAt.get(id) } : heldOf(live);
    return [
      {
        id,
        instance: after.id,
        node,
        purpose,
        occurrence,
        dueAt,
        toWhom: to ?? null,
        firedAt: ended.firedAt ?? null,
        cancelledAt: ended.cancelledAt ?? null,
        ...(deadline === undefined ? {} : { deadline }),
        ...(userTaskId === undefined ? {} : { userTaskId }),
      },
    ];
  });
}

// One that is held rings no more than one that is cancelled, until it is moved again.
const heldOf = ({ heldSince }: TimerInstance) => ({ firedAt: undefined, cancelledAt: heldSince });
