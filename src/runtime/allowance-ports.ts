import type { TenantId } from './ports.js';

/** How much may come from one place. */
export interface AllowanceLimits {
  readonly most: number;
  readonly withinMinutes: number;
}

/** Counts what comes from whoever is not logged in: one count for all processes. */
export interface AllowanceBook {
  /**
   * Whether one more from `source` is allowed now, by the municipality's clock; if so, it is counted, and counts for `withinMinutes`. Of two
   * that ask for the last one at once, one gets it. What counts no more is forgotten when the next one asks.
   */
  take(tenant: TenantId, source: number, limits: AllowanceLimits): Promise<boolean>;
}
