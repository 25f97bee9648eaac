import type { Id } from '../shared/id.js';
import type { LocalDate } from '../shared/time.js';
import type { TenantId } from './ports.js';

/** What people are invited to: each kind has a name in workflows/meldinger/. */
export type MeetingKind = 'medvirkning' | 'visning' | 'samarbeidsmote' | 'beboermote';

/** When and where people meet, by Norwegian wall clock. */
export interface MeetingTime {
  readonly on: LocalDate;
  /** `HH:MM`; absent where only the day is known. */
  readonly at?: string;
  readonly minutes: number;
  readonly place?: string;
}

/** A meeting as somebody says it. The same `id` again is the same meeting, held at another time or place. */
export interface MeetingToSay {
  readonly tenant: TenantId;
  /** The id of the task in which it is arranged, or one that is the case's own. */
  readonly id: string;
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly kind: MeetingKind;
  readonly time: MeetingTime;
  readonly invited: readonly Id<'Actor'>[];
  /** What makes it said: the same cause again says the same thing again. */
  readonly cause: string;
}

/** A meeting as it was last said. */
export interface Meeting extends Omit<MeetingToSay, 'cause'> {
  /** Counts what calendars must be told, from 0 (RFC 5545 §3.8.7.4). */
  readonly sequence: number;
  readonly cancelled: boolean;
}

/** What became of saying a meeting. */
export interface SaidMeeting {
  readonly meeting: Meeting;
  /** Whether people have to hear of it; `none` where it is what they know. */
  readonly news: 'invited' | 'changed' | 'none';
}

/** Meetings, as calendars know them. */
export interface MeetingBook {
  /**
   * Writes it. What differs from what was said counts one up, and everybody who was ever invited stays so. Safe to repeat: the same
   * cause gets the same answer.
   */
  say(meeting: MeetingToSay): Promise<SaidMeeting>;
  find(tenant: TenantId, id: string): Promise<Meeting | undefined>;
  /** Calls off what was last said as `sequence`; answers whether that was so. */
  callOff(meeting: Pick<Meeting, 'tenant' | 'id' | 'sequence'>): Promise<boolean>;
  /** Meetings still to come whose case or task has ended, at most `limit`: nobody will hold them. */
  moot(tenant: TenantId, limit: number): Promise<readonly Meeting[]>;
}
