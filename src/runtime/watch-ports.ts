import type { Id } from '../shared/id.js';
import type { Instant } from '../shared/time.js';
import type { TenantId } from './ports.js';

/** Timers that are due and have not rung, by how late they are by the municipality's clock; those of stopped cases apart. */
export interface OverdueTimers {
  readonly upTo1Minute: number;
  readonly upTo5Minutes: number;
  readonly upTo1Hour: number;
  readonly upTo1Day: number;
  readonly moreThan1Day: number;
  /** Lateness of the latest, in seconds; 0 when none is late. */
  readonly latestSeconds: number;
}

/** A case that nothing will bring on, and its revision when that was seen. */
export interface UntouchedCase {
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly revision: number;
}

/** Looks for what has been forgotten. Reading changes nothing. */
export interface Lookout {
  /**
   * Open cases that break invariant W: no owned task with a due date, no live timer, no open incident, nothing on the way
   * outside. At most `limit`, the oldest first. Always none, unless something is wrong.
   */
  untouched(tenant: TenantId, limit: number): Promise<readonly UntouchedCase[]>;
  overdue(tenant: TenantId): Promise<OverdueTimers>;
}

/** How a canary came to ring. */
export type CanaryWay = 'hint' | 'sweep';

/** A timer of no case that rings once a minute, real time, in each municipality. */
export interface CanaryBook {
  /**
   * Rings the canary if it is due by the database's clock, and sets it a minute ahead. Answers whether it rang now: of many
   * that ring at once, one does.
   */
  ring(tenant: TenantId, way: CanaryWay): Promise<boolean>;
  /** How long ago the canary should have rung, in seconds; 0 while it is in time. One that was never set counts from now. */
  lateSeconds(tenant: TenantId): Promise<number>;
  /** How often it has rung each way. */
  count(tenant: TenantId): Promise<Readonly<Record<CanaryWay, number>>>;
}

/** The clock of the database server itself, which no demo moves. */
export interface ServerClock {
  now(): Promise<Instant>;
}

/**
 * How wrong this process's own clock is. What is due is said by the database alone; but a machine whose clock is off gets leases,
 * hints and log lines wrong, and had better do nothing until somebody has looked at it.
 */
export interface ClockCheck {
  /** How far this process's clock is from the database's, in seconds. */
  secondsOff(): Promise<number>;
  /** False when that is more than 30 seconds: then this process dispatches nothing. */
  isTrusted(): Promise<boolean>;
}
