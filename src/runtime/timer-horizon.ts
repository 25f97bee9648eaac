import type { Id } from '../shared/id.js';
import type { Instant } from '../shared/time.js';
import type { TenantId } from './ports.js';

/** How far ahead the queue is told of timers. */
export const horizonHours = 48;

/** A timer that has come within reach of the queue. */
export interface ComingTimer {
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly timerId: Id<'Timer'>;
  readonly dueAt: Instant;
  /** How long until it is due by the municipality's clock; milliseconds. */
  readonly waitMs: number;
}

/** What lies ahead: timers that were set for later than the queue is told of. */
export interface TimerHorizon {
  /**
   * Live timers that have come within `horizonHours` since anybody asked last, the first due first, some thousand at most: ask
   * again until there are none. Each is told once, to one of many who ask at once; whoever is told and dies has lost a hint, and
   * the sweep rings the timer.
   */
  entering(tenant: TenantId): Promise<readonly ComingTimer[]>;
}
