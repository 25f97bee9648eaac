import type { IncomingDocument, JournalNumber } from '../../runtime/incoming-document.js';

/** A number of the journal register as it is said: 12/2026. */
export const numberInWords = ({ year, number }: JournalNumber): string => `${number}/${year}`;

/** What a document is called in the journal register where it corrects another entry. */
export const correctionTitle = (corrected: JournalNumber, title: string, isVoid: boolean): string => {
  const of = `Retting av ${numberInWords(corrected)}`;
  return isVoid ? `${of}: skulle ikke vært ført på saken` : `${of}: ${title}`;
};

const cameBy = { post: 'i posten', 'e-post': 'på e-post', levert: 'levert' } as const;

const senderOf = ({ sender }: IncomingDocument): string => ('name' in sender ? sender.name : 'parten i saken');

/** What the timeline says of a document, or of the correction of one. */
export function documentInWords(document: IncomingDocument, corrected: JournalNumber | undefined): string {
  const { title, correction } = document;
  const entry = `journalpost ${numberInWords(document)}`;
  const came = `«${title}» fra ${senderOf(document)}, ${cameBy[document.cameBy]} (${entry})`;
  if (correction === undefined || corrected === undefined) return `Dokument kom inn: ${came}`;
  const of = `Journalpost ${numberInWords(corrected)} er rettet`;
  return correction.isVoid ? `${of}: skulle ikke vært ført på saken (${entry})` : `${of}: ${came}`;
}
