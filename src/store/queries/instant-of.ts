import type { Instant } from '../../shared/time.js';

/** An instant as statements written by hand or Prisma tell it. */
export const instantOf = (at: Date | Instant): Instant => (typeof at === 'string' ? at : at.toISOString());
