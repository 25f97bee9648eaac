import type { Id } from '../shared/id.js';
import type { Instant } from '../shared/time.js';

/** What somebody said in the hearing of a project: as it was said, and what of it everybody may read. */
export interface HearingStatement {
  readonly id: string;
  readonly project: Id<'ProcessInstance'>;
  readonly receivedAt: Instant;
  /** `oral` was told to somebody of the staff, `meeting` at a meeting; both are written down as they were said. */
  readonly channel: 'written' | 'oral' | 'meeting';
  readonly senderKind: 'neighbour' | 'resident' | 'organisation' | 'authority' | 'other';
  readonly senderName?: string;
  /** Who wrote it down; the sender, where they sent it themselves. */
  readonly registeredBy: Id<'Actor'>;
  /** When it was written down; absent where it was received at that moment. */
  readonly registeredAt?: Instant;
  /** Word by word. For those who handle the hearing only. */
  readonly original: string;
  /** `held` is read by nobody else until it is redacted. */
  readonly state: 'held' | 'published' | 'redacted';
  /** What everybody may read; absent while it is held. */
  readonly publishedText?: string;
  readonly redactedBy?: Id<'Actor'>;
  readonly redactedAt?: Instant;
}

/** That a statement is kept, as whoever sent it may know. */
export type KeptStatement = Pick<HearingStatement, 'id' | 'state'>;

/** What everybody may read of a statement: not who sent it, nor what was taken out of it. */
export type PublishedStatement = Pick<HearingStatement, 'id' | 'receivedAt' | 'channel' | 'senderKind' | 'state'> & {
  readonly publishedText: string;
};

/** How many statements a hearing has. */
export interface StatementCount {
  readonly received: number;
  readonly held: number;
}

/** A statement as it comes; it is published as it stands, or held. */
export type ReceivedStatement = Pick<
  HearingStatement,
  'id' | 'project' | 'channel' | 'senderKind' | 'senderName' | 'registeredBy' | 'original'
> & {
  readonly state: 'held' | 'published';
  /** When it came, where that was before it was written down. */
  readonly receivedAt?: Instant;
};
