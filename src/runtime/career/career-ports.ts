import type { Id } from '../../shared/id.js';
import type { Instant, LocalDate } from '../../shared/time.js';
import type { TenantId } from '../ports.js';

/** A wish to move to another home (bytteønske), and what became of it. */
export interface MoveWish {
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly receivedOn: LocalDate;
  /** Whom the homes are for where the person lived on that day, as the building says; absent: not in the register. */
  readonly group?: string;
  readonly outcome?: 'innvilget' | 'delvis' | 'avslag';
  /** Granted, and still on the waiting list. */
  readonly waits: boolean;
  readonly ended: boolean;
}

/** What is known of people's way from home to home. Whoever asks: access is decided by the caller. */
export interface CareerReader {
  /** When somebody's needs were last mapped (kartlegging), whichever case it was in; undefined: never. */
  lastAssessedAt(tenant: TenantId, person: Id<'Actor'>): Promise<Instant | undefined>;
  /** Wishes that were received between two days, both counted, the oldest first. */
  moveWishes(
    tenant: TenantId,
    between: { readonly from: LocalDate; readonly to: LocalDate },
  ): Promise<readonly MoveWish[]>;
}
