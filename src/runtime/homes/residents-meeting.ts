import type { Id } from '../../shared/id.js';
import type { Instant, LocalDate } from '../../shared/time.js';

/** Why residents are called to a meeting: as often as agreed, because many feel unsafe, or because somebody wants it. */
export const meetingReasons = ['fast', 'utrygghet', 'onske'] as const;

/** A meeting of residents (beboermøte) as the register sees it: how many came, never who. */
export interface ResidentsMeeting {
  /** Its case. */
  readonly id: Id<'ProcessInstance'>;
  readonly building: Id<'Building'>;
  /** Counts the changes, from 1. */
  readonly revision: number;
  readonly reason: (typeof meetingReasons)[number];
  readonly state: 'kalt' | 'avtalt' | 'holdt' | 'besvart';
  readonly calledAt: Instant;
  readonly plannedOn?: LocalDate;
  readonly heldOn?: LocalDate;
  /** How many residents came. */
  readonly attendance?: number;
  /** Whether the residents chose their contact person in it. */
  readonly contactElected?: boolean;
  /** Activities and common meals in the building since the meeting before. */
  readonly activities?: number;
  readonly meals?: number;
}

/** What residents want to talk about, and what became of it. Nobody knows who said it. */
export interface AgendaItem {
  readonly id: string;
  readonly building: Id<'Building'>;
  /** The meeting that took it up; absent: it waits for the next one. */
  readonly meeting?: Id<'ProcessInstance'>;
  readonly text: string;
  readonly raisedOn: LocalDate;
  readonly outcome?: 'gjort' | 'ikke';
  /** What was done, or why not, in words for the residents. */
  readonly answer?: string;
  readonly answeredOn?: LocalDate;
}
