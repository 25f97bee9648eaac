import { z } from 'zod';

const days = { from: z.iso.date(), to: z.iso.date() };

/** What was entered on these days. */
export const journalQuerySchema = z.strictObject(days);
export type JournalQuery = z.output<typeof journalQuerySchema>;

/** The same as a file, all of it. */
export const journalFileQuerySchema = z.strictObject({
  ...days,
  format: z.enum(['csv', 'xlsx', 'json']).default('csv'),
});
export type JournalFileQuery = z.output<typeof journalFileQuerySchema>;

/** A document in the journal register, by the names of Noark 5. */
export const journalEntrySchema = z.object({
  journalaar: z.int(),
  journalsekvensnummer: z.int(),
  /** Inngående, utgående, or within the municipality (organinternt). */
  journalposttype: z.enum(['I', 'U', 'N']),
  journaldato: z.iso.date(),
  dokumentetsDato: z.iso.date(),
  /** What tells of a person is left out, as `*****`. */
  offentligTittel: z.string(),
  /** Whom it is from or to: a person by name only to those who see their case, and in no file; null within the municipality. */
  korrespondansepart: z.string().nullable(),
  /** By what law something is left out; null where nothing is. */
  skjermingshjemmel: z.string().nullable(),
  /** The case; it may have been deleted since. */
  mappeID: z.string(),
  /** The letter template, or `soknad`, `klage`, `horingsuttalelse`, or what kind it is where it was entered by hand. */
  dokumenttype: z.string(),
  forsendelsesmaate: z.enum(['digital', 'post', 'e-post', 'levert']).nullable(),
  /** The entry that it corrects, as 12/2026; what was corrected stays. */
  retterJournalpost: z.string().nullable(),
});

/** The newest first, at most 500; `total` is how many there are. */
export const journalSchema = z.object({ items: z.array(journalEntrySchema), total: z.int() });
export type JournalView = z.infer<typeof journalSchema>;
