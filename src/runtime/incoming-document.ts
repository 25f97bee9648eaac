import type { Id } from '../shared/id.js';
import type { Instant, LocalDate } from '../shared/time.js';
import type { TenantId } from './ports.js';

/** How a document came: by post, by e-mail, or handed over. */
export type CameBy = 'post' | 'e-post' | 'levert';

/** Why a document is exempt from public access; the legal basis of each is known to `exemptionLaw`. */
export type Exemption = 'taushetsplikt' | 'innhentet' | 'lovbrudd' | 'forhandling';

/** Whom a document is from: the party of the case, whose name the case knows, somebody else, or an institution. */
export type DocumentSender =
  { readonly kind: 'party' } | { readonly kind: 'person' | 'institution'; readonly name: string };

/** What is known of a document that came. The document itself is not stored. */
export interface DocumentFacts {
  readonly receivedOn: LocalDate;
  readonly sender: DocumentSender;
  readonly documentType: string;
  /** Tells nothing of a person: the journal register shows it. */
  readonly title: string;
  readonly cameBy: CameBy;
  readonly exemption?: Exemption;
  /** Where the paper or the file lies. */
  readonly keptAt: string;
}

/** That an entry is corrected by another one; a void one should never have been there. */
export interface Correction {
  /** Id of the document that is corrected. */
  readonly of: string;
  readonly reason: string;
  readonly isVoid: boolean;
}

/** Its number in the journal register. */
export interface JournalNumber {
  readonly year: number;
  readonly number: number;
}

/** A document as it is entered. */
export interface NewDocument extends DocumentFacts {
  /** The same for the same request, so that it is entered once. */
  readonly id: string;
  readonly processInstanceId: Id<'ProcessInstance'>;
  /** As the journal register calls it; of a correction it says what is corrected. */
  readonly journalTitle: string;
  readonly correction?: Correction;
  readonly by: Id<'Actor'>;
}

/** A document that was entered by hand, the correcting entries among them. */
export interface IncomingDocument extends Omit<NewDocument, 'journalTitle'>, JournalNumber {
  readonly registeredAt: Instant;
}

/** Documents that came in to cases and were entered by hand. Nothing is changed or deleted: a mistake is corrected by one more. */
export interface IncomingDocumentBook {
  /**
   * Enters it, dated by the database's clock, with the next number of the year in the journal register. Safe to repeat: one that is there is
   * answered as it is. Undefined where what it corrects is not in the case, or was corrected before; nothing is written then.
   */
  enter(tenant: TenantId, document: NewDocument): Promise<JournalNumber | undefined>;
  /** Those of a case, the oldest first, as far as row-level security shows them to who reads. */
  ofCase(tenant: TenantId, id: Id<'ProcessInstance'>): Promise<readonly IncomingDocument[]>;
}
