import type { Id } from '../shared/id.js';
import type { JsonObject } from '../shared/json.js';
import type { Instant, LocalDate } from '../shared/time.js';
import type { TenantId } from './ports.js';

/** A person who may act, or who may be told something. */
export interface Person {
  readonly id: Id<'Actor'>;
  readonly name: string;
  readonly email?: string;
  /** A number that takes SMS. */
  readonly phone?: string;
  readonly groups: readonly string[];
}

/** Who people are in this municipality, and which groups they belong to. */
export interface ActorDirectory {
  person(tenant: TenantId, id: Id<'Actor'>): Promise<Person | undefined>;
  membersOf(tenant: TenantId, groups: readonly string[]): Promise<readonly Person[]>;
}

/** A letter in a case, as it was sent. `key` is unique in the municipality: the same key is never written twice. */
export interface Letter {
  readonly tenant: TenantId;
  readonly key: string;
  readonly processInstanceId: Id<'ProcessInstance'>;
  /** Id of the template under workflows/brev/. */
  readonly template: string;
  readonly title: string;
  readonly text: string;
  readonly to?: Id<'Actor'>;
  readonly at: Instant;
}

/** Every letter that was ever sent. */
export interface LetterBook {
  /** Writes the letter; a second one with the same key changes nothing. */
  write(letter: Letter): Promise<void>;
}

/** Somebody who waits for a home. The case (process instance) is the entry's id: one case, one entry. */
export interface WaitingListEntry {
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly title: string;
  readonly applicant?: Id<'Actor'>;
  readonly enteredAt: Instant;
  /** What is needed and wished for, as the case says it. */
  readonly need: JsonObject;
  readonly lastReviewedOn?: LocalDate;
  /** Rounds in a row in which nobody looked at the entry. */
  readonly roundsMissed: number;
}

/** What a weekly round said of one entry; `ikke-vurdert` is said when a round passed without a look at it. */
export interface RoundReview {
  readonly processInstanceId: Id<'ProcessInstance'>;
  /** The round, unique in the municipality; one entry has one review in a round. */
  readonly round: string;
  readonly outcome: string;
  readonly reason?: string;
  readonly on: LocalDate;
}

/** Why and when somebody left the waiting list. */
export interface LeftWaitingList {
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly reason: string;
  readonly at: Instant;
}

/** The waiting list of a municipality. Every change is safe to repeat. */
export interface WaitingList {
  enter(tenant: TenantId, entry: Omit<WaitingListEntry, 'lastReviewedOn' | 'roundsMissed'>): Promise<void>;
  leave(tenant: TenantId, left: LeftWaitingList): Promise<void>;
  /** Everybody who waits: those missed by most rounds first, then those who have waited longest. */
  active(tenant: TenantId): Promise<readonly WaitingListEntry[]>;
  /** Ids of the entries that have a review in this round. */
  reviewedIn(tenant: TenantId, round: string): Promise<readonly Id<'ProcessInstance'>[]>;
  /**
   * Writes a review unless the entry has one in this round. `ikke-vurdert` counts one more missed round; any other outcome
   * sets the count to none and `lastReviewedOn` to its date.
   */
  review(tenant: TenantId, review: RoundReview): Promise<void>;
  /** Dates of the last `roundsMissed` rounds: those in a row in which nobody looked at the entry, oldest first. */
  missedOn(tenant: TenantId, processInstanceId: Id<'ProcessInstance'>): Promise<readonly LocalDate[]>;
}

/** How a participation checkpoint (medvirkningspunkt) ended. */
export interface CheckpointOutcome {
  readonly tenant: TenantId;
  readonly processInstanceId: Id<'ProcessInstance'>;
  /** E.g. `MP-B4`. */
  readonly code: string;
  readonly outcome: 'gjennomfort' | 'fravalgt' | 'unntatt';
  readonly reason?: string;
  readonly at: Instant;
}

/** How every participation checkpoint ended. */
export interface CheckpointBook {
  /** Writes the outcome; the newest for a case and a code counts. Safe to repeat. */
  write(outcome: CheckpointOutcome): Promise<void>;
}
