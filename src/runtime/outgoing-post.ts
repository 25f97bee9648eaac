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

/** The letters of a municipality that go by post. */
export interface OutgoingPost {
  /** Those that wait to be laid in the post, the oldest first, at most 1000; whoever asks: access is decided by the caller. */
  waiting(tenant: TenantId): Promise<readonly LetterToPost[]>;
  /** Writes down for good that letters were laid in the post. One that was before, or is not to go by post, is left as it is. */
  post(tenant: TenantId, postings: readonly Posting[]): Promise<void>;
}
