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

/** Forms of Norwegian that letters are written in: bokmål and nynorsk. */
export type LetterLanguage = 'nb' | 'nn';

/** What stands in a letter, as it was sent. Nothing of it is looked up again later. */
export interface LetterContent {
  readonly title: string;
  readonly text: string;
  readonly language: LetterLanguage;
  /** What the municipality was called, e.g. `Trondheim kommune`. */
  readonly municipality: string;
  /** Whom it was to, by the name they had then; empty where it was to nobody we can write to. */
  readonly recipient: string;
  /** What the recipient refers to the case by. */
  readonly reference: string;
  readonly at: Instant;
}

/** A letter in a case, as it was sent. `key` is unique in the municipality: the same key is never written twice. */
export interface Letter extends LetterContent {
  readonly tenant: TenantId;
  readonly key: string;
  readonly processInstanceId: Id<'ProcessInstance'>;
  /** Id of the template under workflows/brev/. */
  readonly template: string;
  readonly to?: Id<'Actor'>;
  /** Whether it is to go by post: it waits until somebody has laid it there. */
  readonly byPost: boolean;
  /** When to look whether somebody has opened it; absent where it goes by post, or to nobody outside. */
  readonly noticeAgainAt?: Instant;
  /** Its title in the journal register: without what tells of a person. */
  readonly publicTitle: string;
  /** Whether it is to somebody of the municipality's own. */
  readonly isInternal: boolean;
  /** SHA-256 of the content, in hexadecimal. */
  readonly checksum: string;
}

/** Every letter that was ever sent. */
export interface LetterBook {
  /**
   * Writes the letter for good, and its entry in the journal register with it: neither is ever changed. A second one with the same key changes
   * nothing.
   */
  write(letter: Letter): Promise<void>;
}

/** A letter that went by post and counts as having come by now. */
export interface ArrivedLetter extends AwaitableLetter {
  readonly arrivesOn: LocalDate;
}

/** A letter, as far as a case may wait for it. */
export interface AwaitableLetter {
  readonly id: string;
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly template: string;
  readonly at: Instant;
}

/** The letters that went by post, by the database's clock. */
export interface PostedLetters {
  /** Those whose day has come and that nobody has counted, the oldest first, a hundred at most. */
  arrived(tenant: TenantId): Promise<readonly ArrivedLetter[]>;
  /** Counts a letter; the first time counts. */
  counted(tenant: TenantId, id: string): Promise<void>;
}

/** Reads letters that were sent. */
export interface LetterReader {
  /** The letter, whoever asks: access is decided by the caller, with `relationToLetter`. */
  find(tenant: TenantId, id: string): Promise<SentLetter | undefined>;
}

/** A letter that was sent, with the id by which it is asked for. */
export interface SentLetter extends Omit<
  Letter,
  'tenant' | 'key' | 'byPost' | 'noticeAgainAt' | 'publicTitle' | 'isInternal'
> {
  readonly id: string;
}

/** Somebody who waits for a home. The case (process instance) is the entry's id: one case, one entry. */
export interface WaitingListEntry {
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly title: string;
  readonly applicant?: Id<'Actor'>;
  readonly enteredAt: Instant;
  /** What is needed and wished for, as the case says it. */
  readonly need: JsonObject;
  /** What is known of the person and counts in the priority key. */
  readonly circumstances: JsonObject;
  readonly lastReviewedOn?: LocalDate;
  /** Rounds in a row in which nobody looked at the entry. */
  readonly roundsMissed: number;
  /** Where the last round moved the entry within its place group; absent where it did not. A round that missed it leaves this as it is. */
  readonly moved?: 'opp' | 'ned';
}

/** What a weekly round said of one entry; `ikke-vurdert` is said when a round passed without a look at it. */
export interface RoundReview {
  readonly processInstanceId: Id<'ProcessInstance'>;
  /** The round, unique in the municipality; one entry has one review in a round. */
  readonly round: string;
  readonly outcome: string;
  readonly reason?: string;
  readonly on: LocalDate;
  /** Where the priority key put the entry, why, and by which version of it; absent for rounds before there was a key. */
  readonly placement?: JsonObject;
}

/** A review with what the entry is called. */
export interface NamedReview extends RoundReview {
  readonly title: string;
}

/** How many entries of a round got an outcome. */
export interface OutcomeCount extends Pick<RoundReview, 'round' | 'outcome'> {
  readonly entries: number;
}

/** Why and when somebody left the waiting list. */
export interface LeftWaitingList {
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly reason: string;
  readonly at: Instant;
}

/** A new entry; without `circumstances` nothing is known. */
export interface NewWaitingListEntry
  extends
    Omit<WaitingListEntry, 'lastReviewedOn' | 'roundsMissed' | 'moved' | 'circumstances'>,
    Partial<Pick<WaitingListEntry, 'circumstances'>> {}

/** The waiting list of a municipality. Every change is safe to repeat. */
export interface WaitingList {
  enter(tenant: TenantId, entry: NewWaitingListEntry): Promise<void>;
  /** Writes circumstances over those of the entry with the same names; null takes one away. */
  correct(tenant: TenantId, processInstanceId: Id<'ProcessInstance'>, circumstances: JsonObject): Promise<void>;
  leave(tenant: TenantId, left: LeftWaitingList): Promise<void>;
  /**
   * Changes what an entry needs: the named fields, and no other; a field that is null is no longer in it. The date stays. Answers since when
   * the entry waits; undefined, and nothing is changed, where it does not wait.
   */
  changeNeed(tenant: TenantId, id: Id<'ProcessInstance'>, need: JsonObject): Promise<Instant | undefined>;
  /** Everybody who waits: those missed by most rounds first, then those who have waited longest. */
  active(tenant: TenantId): Promise<readonly WaitingListEntry[]>;
  /** The entry of a case that waits. */
  find(tenant: TenantId, processInstanceId: Id<'ProcessInstance'>): Promise<WaitingListEntry | undefined>;
  /** What rounds from `from` to `to` said, the oldest first; of one case, or of everybody. */
  reviews(
    tenant: TenantId,
    wanted: { readonly from: LocalDate; readonly to: LocalDate; readonly processInstanceId?: Id<'ProcessInstance'> },
  ): Promise<readonly NamedReview[]>;
  /** How many entries got which outcome in each of these rounds, in no order. */
  countOutcomes(tenant: TenantId, rounds: readonly string[]): Promise<readonly OutcomeCount[]>;
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
