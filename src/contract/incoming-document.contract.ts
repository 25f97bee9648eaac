import { z } from 'zod';

const senderKind = z.enum(['party', 'person', 'institution']);
const documentType = z.enum(['opplysninger', 'erklaering', 'okonomi', 'uttalelse', 'fullmakt', 'rettslig', 'annet']);
const cameBy = z.enum(['post', 'e-post', 'levert']);
const exemption = z.enum(['taushetsplikt', 'innhentet', 'lovbrudd', 'forhandling']);

const facts = {
  /** The day it came, not later than today. */
  receivedOn: z.iso.date(),
  senderKind,
  /** Not of the party of the case, whose name is known. */
  senderName: z.string().trim().min(1).max(200).optional(),
  documentType,
  /** Refused where it tells of a person: the journal register shows it. */
  title: z.string().trim().min(1).max(200),
  cameBy,
  /** Why it is exempt from public access, where it is. */
  exemption: exemption.optional(),
  /** Where the paper or the file lies: the document itself is not stored. */
  keptAt: z.string().trim().min(1).max(200),
};

/** A document that came in to a case. */
export const registerDocumentSchema = z.strictObject(facts);
export type RegisterDocumentInput = z.output<typeof registerDocumentSchema>;

const reason = z.string().trim().min(1).max(1000);

/** What is right instead, all of it; or that it should never have been entered on this case. */
export const correctDocumentSchema = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('corrected'), reason, ...facts }),
  z.strictObject({ change: z.literal('void'), reason }),
]);
export type CorrectDocumentInput = z.output<typeof correctDocumentSchema>;

/** Its number in the journal register. */
export const documentAnswerSchema = z.object({ journalaar: z.int(), journalsekvensnummer: z.int() });
export type DocumentAnswer = z.infer<typeof documentAnswerSchema>;

/** A document as it was entered, or the correction of one. */
export const incomingDocumentSchema = z.object({
  id: z.string(),
  journalaar: z.int(),
  journalsekvensnummer: z.int(),
  receivedOn: z.iso.date(),
  senderKind,
  senderName: z.string().nullable(),
  documentType,
  title: z.string(),
  cameBy,
  exemption: exemption.nullable(),
  /** By what law it is exempt. */
  exemptionLaw: z.string().nullable(),
  keptAt: z.string(),
  /** The id of the entry that it corrects, and why. */
  corrects: z.string().nullable(),
  reason: z.string().nullable(),
  isVoid: z.boolean(),
  registeredAt: z.iso.datetime(),
  registeredBy: z.string(),
});
export type IncomingDocumentView = z.infer<typeof incomingDocumentSchema>;

/** Those that came in to a case, the oldest first, and whether one more may be entered by the reader. */
export const incomingDocumentsSchema = z.object({
  mayRegister: z.boolean(),
  /** Whether the case is about somebody, whom a document can be from. */
  hasParty: z.boolean(),
  caseTitle: z.string(),
  items: z.array(incomingDocumentSchema),
});
export type IncomingDocumentsView = z.infer<typeof incomingDocumentsSchema>;
