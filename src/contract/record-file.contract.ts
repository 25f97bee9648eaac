import { z } from 'zod';

/** As what records are sent and answered. */
export const fileFormat = z.enum(['csv', 'json']);

/** Which kind of file is kept. */
export const tableFileQuerySchema = z.strictObject({ format: z.enum(['csv', 'xlsx', 'json']).default('csv') });

/** As what records are sent in: `rows` is what a spreadsheet holds, a JSON list of rows of texts. */
export const importFormat = z.enum([...fileFormat.options, 'rows']);
export type ImportFormat = z.infer<typeof importFormat>;

/**
 * A file of records: CSV with semicolons or commas and a row of names, a JSON list of objects, or rows of texts, the first with the names; 10,000
 * rows at most. All of it is taken, or nothing. A column
 * that is left out leaves what is known as it is, an empty cell empties it. `dryRun` answers the same, and changes nothing.
 */
export const fileImportSchema = z.strictObject({
  format: importFormat,
  content: z.string().min(1).max(5_000_000),
  dryRun: z.boolean().default(false),
});

/** How many records were new, corrected, or already so. */
export const fileImportAnswerSchema = z.object({
  entered: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
});
