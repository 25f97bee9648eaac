import type { Id } from '../shared/id.js';
import type { Instant, LocalDate } from '../shared/time.js';
import type { TenantId } from './ports.js';

/** A letter that is to go by post, and that nobody has laid there yet. */
export interface LetterToPost {
  readonly id: string;
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly title: string;
  /** Whom it is to, by the name they had when it was written. */
  readonly recipient: string;
  readonly to?: Id<'Actor'>;
  readonly at: Instant;
}

/** That a letter was laid in the post. */
export interface Posting {
  readonly letter: string;
  readonly on: LocalDate;
  readonly by: Id<'Actor'>;
  /** The day from which it counts as having come. */
  readonly arrivesOn: LocalDate;
}

/** A letter that waits to be laid in the post, and how often somebody was told that it lies too long. */
export interface UnpostedLetter extends Pick<LetterToPost, 'id' | 'processInstanceId' | 'at'> {
  readonly told: number;
  /** When somebody must hear of it; absent where nobody has looked yet. */
  readonly dueAt?: Instant;
}

/** Which letters lie unposted for too long, by the municipality's clock. */
export interface UnpostedLetters {
  /** Those of which somebody must hear, those that nobody has looked at before them, the longest due first. */
  due(tenant: TenantId, limit: number): Promise<readonly UnpostedLetter[]>;
  /** Keeps how often it was told, and when to look again; changes nothing where another worker has, or it was posted meanwhile. */
  looked(
    tenant: TenantId,
    from: UnpostedLetter,
    found: { readonly told: number; readonly nextAt: Instant },
  ): Promise<boolean>;
}

/** The letters of a municipality that go by post. */
export interface OutgoingPost {
  /** Those that wait to be laid in the post, the oldest first, at most 1000; whoever asks: access is decided by the caller. */
  waiting(tenant: TenantId): Promise<readonly LetterToPost[]>;
  /** Writes down for good that letters were laid in the post. One that was before, or is not to go by post, is left as it is. */
  post(tenant: TenantId, postings: readonly Posting[]): Promise<void>;
}
