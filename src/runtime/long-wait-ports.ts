import type { Instant } from '../shared/time.js';
import type { WaitingListEntry } from './case-ports.js';
import type { TenantId } from './ports.js';

/** Somebody who waits, and what was told of how long. */
export interface LongWait extends Pick<WaitingListEntry, 'processInstanceId' | 'applicant' | 'enteredAt' | 'need'> {
  /** When a threshold may be passed; absent where nobody has looked yet. */
  readonly dueAt?: Instant;
  /** The highest threshold that was told, in months; absent where none was. */
  readonly told?: number;
}

/** What came of a look. */
export interface LookedAtWait {
  /** The highest threshold that is told now, in months; absent where none is. */
  readonly told?: number;
  /** When the next one may be passed. */
  readonly nextAt: Instant;
}

/** Who has waited so long that somebody must hear of it (domain register P6), by the municipality's clock. */
export interface LongWaitBook {
  /** Those on the list of whom a threshold may be passed, the longest due first, those whom nobody has looked at before them. */
  due(tenant: TenantId, limit: number): Promise<readonly LongWait[]>;
  /** Keeps what was told, and when to look again; false where another worker has, or the thresholds were changed meanwhile. */
  looked(tenant: TenantId, from: LongWait, found: LookedAtWait): Promise<boolean>;
  /** Everybody on the list is looked at again: the thresholds are others. */
  lookAgain(tenant: TenantId): Promise<void>;
}
