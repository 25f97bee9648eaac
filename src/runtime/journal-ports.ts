import type { Id } from '../shared/id.js';
import type { LocalDate } from '../shared/time.js';
import type { CameBy, Exemption, JournalNumber } from './incoming-document.js';
import type { TenantId } from './ports.js';
import type { DaySpan } from './read-ports.js';

/** A document in the journal register (journalpost); numbered without holes within a year. What is kept of it names no person. */
export interface JournalEntry {
  readonly year: number;
  readonly number: number;
  /** In, out, or within the municipality. */
  readonly kind: 'I' | 'U' | 'N';
  /** Without what tells of a person. */
  readonly title: string;
  /** Id of the letter template, or `soknad`, `klage`, `horingsuttalelse`. */
  readonly documentType: string;
  readonly journaledOn: LocalDate;
  /** The date of the document itself: of an application when it came. */
  readonly datedOn: LocalDate;
  /** Its case may have been deleted since. */
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly sentBy?: 'digital' | CameBy;
  /** Whom it is from, where that is an organisation or an authority. */
  readonly correspondent?: string;
  /** The person it is from or to, as long as there is a case that says so, and where it may be read. */
  readonly person?: string;
  /** Why it is exempt from public access, where whoever entered it has said so. */
  readonly exemption?: Exemption;
  /** The entry that it corrects. */
  readonly corrects?: JournalNumber;
}

/** Reads the journal register. */
export interface JournalReader {
  /** What was entered on these days, the newest first, `limit` at most. */
  between(tenant: TenantId, days: DaySpan, limit: number): Promise<readonly JournalEntry[]>;
  /** How many were. */
  count(tenant: TenantId, days: DaySpan): Promise<number>;
}
