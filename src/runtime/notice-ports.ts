import type { NoticeChannel } from '../engine/index.js';
import type { Id } from '../shared/id.js';
import type { Instant, LocalDate } from '../shared/time.js';
import type { TenantId } from './ports.js';

/** A language that people are written to in: bokmål, nynorsk, English. */
export type NoticeLanguage = 'nb' | 'nn' | 'en';

/**
 * What has become of a message: it waits, is being handed to its channel, was taken, was refused for good, came back, was
 * needed no more, or became a line of another message.
 */
export type MessageState = 'queued' | 'sending' | 'sent' | 'failed' | 'bounced' | 'dropped' | 'merged';

/** One message to one person. `key` is unique in the municipality: the same key is never sent twice. */
export interface NotificationRow {
  readonly tenant: TenantId;
  readonly key: string;
  /** Empty where it is about no single case: a summary. */
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly userTaskId?: Id<'UserTask'>;
  readonly to: Id<'Actor'>;
  /** `task-assigned`, `reminder`, `breach`, `letter`, `starvation`, `summary` …: a kind that there is a text for. */
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
  readonly at: Instant;
  readonly channel: NoticeChannel;
  /** E-mail address or telephone number; absent where the channel needs none. */
  readonly address?: string;
  readonly language: NoticeLanguage;
  /** Not handed over before, by the municipality's clock. */
  readonly notBefore: Instant;
  /** It waits to be one line of a summary. */
  readonly joinsSummary: boolean;
  /** Nobody needs it any more once the task is done. */
  readonly stopsWithTask: boolean;
  /** Why this person gets it, where that is not plain. */
  readonly why?: string;
  /** iCalendar text of an invitation. */
  readonly calendar?: string;
}

/** Every message that was ever meant for somebody. */
export interface NotificationBook {
  /** Writes the row; a known key changes nothing. */
  write(row: NotificationRow): Promise<void>;
}

/** A message whose time has come. */
export interface WaitingMessage {
  readonly key: string;
  readonly to: Id<'Actor'>;
  readonly kind: string;
  readonly channel: NoticeChannel;
  readonly subject: string;
  readonly language: NoticeLanguage;
  readonly address?: string;
  readonly joinsSummary: boolean;
}

/** What a person was handed within a window of time. */
export interface RecentMessages {
  readonly count: number;
  readonly hasSummary: boolean;
  /** When the first of them was handed over. */
  readonly firstAt: Instant;
}

/** A message that this process alone hands over now. */
export interface ClaimedMessage extends Omit<WaitingMessage, 'joinsSummary'> {
  readonly tenant: TenantId;
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly text: string;
  readonly calendar?: string;
  /** Counted before it is handed over, so that a crash counts too. */
  readonly attempt: number;
}

/** How handing over ended. */
export type Handover =
  | { readonly outcome: 'sent'; readonly providerId: string }
  | { readonly outcome: 'later'; readonly reason: string; readonly restSeconds: number }
  | { readonly outcome: 'failed'; readonly reason: string };

/** What the receiver's side says of a message that it had taken. */
export interface DeliveryReport {
  readonly providerId: string;
  readonly reason: string;
  /** As mail servers say it (RFC 3463 §2): `5.…` for good, `4.…` for now; absent where nobody said it. */
  readonly statusCode?: string;
  /** Whether it came back; else it is late, and still on its way. */
  readonly cameBack: boolean;
}

/** A message that did not reach anybody. */
export interface Undelivered {
  readonly key: string;
  readonly to: Id<'Actor'>;
  readonly kind: string;
  /** Cases that it was about: one, or those of the lines of a summary. */
  readonly cases: readonly Id<'ProcessInstance'>[];
}

/** Messages on their way: the rows are the truth, and no message is in two hands. */
export interface DeliveryBook {
  /** Lets go of messages about tasks that are done. Answers how many. */
  dropSettled(tenant: TenantId): Promise<number>;
  /**
   * Messages whose time has come and that nobody holds, the oldest first. What was under way when its hands let go is among them:
   * decided for sending, and marked, since nobody knows whether it was sent.
   */
  waiting(tenant: TenantId, limit: number): Promise<readonly WaitingMessage[]>;
  /** What each of these people was handed in the last `minutes`; nobody who was handed nothing. */
  recent(
    tenant: TenantId,
    people: readonly Id<'Actor'>[],
    minutes: number,
  ): Promise<ReadonlyMap<Id<'Actor'>, RecentMessages>>;
  /** Puts one summary in the place of messages, if all of them still wait; answers whether it did. */
  merge(summary: NotificationRow, keys: readonly string[]): Promise<boolean>;
  /** Lets messages wait on, to be lines of a summary then. Answers how many. */
  hold(tenant: TenantId, keys: readonly string[], until: Instant): Promise<number>;
  /** Claims those that still wait; each is `sending` before anybody hands it over. */
  claim(tenant: TenantId, keys: readonly string[]): Promise<readonly ClaimedMessage[]>;
  /** Writes how an attempt ended; a failure of an attempt that was taken back changes nothing. */
  settle(claimed: ClaimedMessage, handover: Handover): Promise<void>;
  /** Writes what became of a message that was sent; undefined when no such message is known, or when it is known to have come back. */
  report(tenant: TenantId, report: DeliveryReport): Promise<Undelivered | undefined>;
  /** Cases that a message is about: its own, or those of the lines of a summary. */
  casesOf(tenant: TenantId, key: string): Promise<readonly Id<'ProcessInstance'>[]>;
}

/** How a person wants to be told things. */
export interface NoticePreference {
  readonly language: NoticeLanguage;
  /** Whether messages that may wait come together, once each working day. */
  readonly dailyDigest: boolean;
}

/** What everybody has chosen, or bokmål and one message at a time. */
export interface NoticePreferences {
  of(tenant: TenantId, actor: Id<'Actor'>): Promise<NoticePreference>;
  choose(tenant: TenantId, actor: Id<'Actor'>, preference: NoticePreference): Promise<void>;
}

/** A time during which somebody else hears of a person's tasks too. */
export interface Absence {
  readonly id: string;
  readonly actor: Id<'Actor'>;
  readonly fromOn: LocalDate;
  /** Its last day. */
  readonly toOn: LocalDate;
  readonly substitute: Id<'Actor'>;
  readonly registeredBy: Id<'Actor'>;
}

/** Who is away, and who stands in. */
export interface AbsenceBook {
  /** Writes it; the same id again changes nothing. */
  register(tenant: TenantId, absence: Absence): Promise<void>;
  /** Changes days or substitute of a person's own absence that is not ended; answers whether there was one. */
  change(tenant: TenantId, absence: Omit<Absence, 'registeredBy'>): Promise<boolean>;
  /** Ends a person's own absence at once; answers whether there was one. From then on nobody stands in. */
  end(tenant: TenantId, absence: Pick<Absence, 'id' | 'actor'>): Promise<boolean>;
  /** Absences of a person, or of everybody, that are not over on `on`, the first to begin first. */
  current(tenant: TenantId, on: LocalDate, actor?: Id<'Actor'>): Promise<readonly Absence[]>;
}

/** A message as people see it on a case or in a list. */
export interface MessageRow {
  readonly key: string;
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly to: Id<'Actor'>;
  readonly kind: string;
  readonly channel: NoticeChannel;
  /** Of a line of a summary: what has become of the summary. */
  readonly state: MessageState;
  readonly subject: string;
  readonly text: string;
  readonly at: Instant;
  readonly notBefore: Instant;
  readonly sentAt?: Instant;
  readonly attempts: number;
  readonly mayBeDoubled: boolean;
  readonly inSummary: boolean;
  /** Why it failed, came back, is late, or has to be tried again. */
  readonly failure?: string;
  /** The same as mail servers say it (RFC 3463 §2). */
  readonly statusCode?: string;
  readonly why?: string;
}

/** Reads messages, the newest first, at most 500. */
export interface MessageReader {
  ofCase(tenant: TenantId, id: Id<'ProcessInstance'>): Promise<readonly MessageRow[]>;
  to(tenant: TenantId, actor: Id<'Actor'>): Promise<readonly MessageRow[]>;
  /** Those that failed or came back, and those that may be doubled. */
  undelivered(tenant: TenantId): Promise<readonly MessageRow[]>;
}

/** Who has a case: whom to tell when something is wrong with it. */
export interface CaseKeepers {
  /** Who has an open task in it, else who did the last one, else who started it; never the person it is about. */
  keeperOf(tenant: TenantId, id: Id<'ProcessInstance'>): Promise<Id<'Actor'> | undefined>;
}
