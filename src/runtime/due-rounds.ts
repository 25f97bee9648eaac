import type { Instant } from '../shared/time.js';
import type { TenantId } from './ports.js';

/** Work that falls due in rows of its own, beside effects, timers and starts: messages, looks at cases. */
export interface DueRounds {
  /** Does what is due now; answers how much was done. What fails is tried again by itself, and does not count. */
  work(tenant: TenantId): Promise<number>;
  /** When something is due next that waits now. */
  nextDueAt(tenant: TenantId): Promise<Instant | undefined>;
}
