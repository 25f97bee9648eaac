import type { Id } from '../../shared/id.js';
import type { LocalDate } from '../../shared/time.js';
import type { TenantId } from '../ports.js';

/** A home that is still kept for somebody though the last day is over. */
export interface ReservationPast {
  readonly id: Id<'Reservation'>;
  readonly home: Id<'Home'>;
  readonly homeName: string;
  readonly untilOn: LocalDate;
  readonly reservedBy: Id<'Actor'>;
}

/** Reads which reservations have run out, by the municipality's clock; a last day is over at midnight in Norway. */
export interface ReservationBook {
  /** Those that nobody has let go, the longest over first; at most 100. */
  past(tenant: TenantId): Promise<readonly ReservationPast[]>;
}
