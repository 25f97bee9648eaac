import type { Instant } from '../shared/time.js';
import type { TenantId } from './ports.js';

/** When a process begins by itself next. */
export interface PlannedStart {
  readonly processKey: string;
  readonly startEvent: string;
  readonly dueAt: Instant;
}

/** What begins by the clock, and on which day of the week. */
export interface StartPlan {
  /** Everything that has a next time, in the order of those times. */
  next(tenant: TenantId): Promise<readonly PlannedStart[]>;
  /**
   * Lets the weekly start events of a process occur on another day of the week from now on (Monday is 1), at the same time of the day in
   * Norway. The next occurrence is the first one on that day that is not before the one that was planned: so there is never less than a
   * week between two, and what was planned is put off by six days at most. Answers false, and changes nothing, while one is due that has
   * not begun; ask again when it has. Safe to repeat. It lasts when a new version of the process is deployed.
   */
  moveTo(tenant: TenantId, processKey: string, weekday: number): Promise<boolean>;
}
