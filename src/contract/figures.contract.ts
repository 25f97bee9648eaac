import { z } from 'zod';

const figureTableSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** What is counted, and where it is from. */
  about: z.string(),
  /** After the first column, which has the names of the rows. */
  columns: z.array(z.string()),
  /** null: hidden, because fewer than five are counted or could be computed. */
  rows: z.array(z.object({ name: z.string(), cells: z.array(z.number().nullable()) })),
});

const year = z.coerce.number().int().min(2000).max(2100);

/** Figures of a calendar year, or of the KOSTRA list of it; without a year of the running one. */
export const figuresQuerySchema = z.strictObject({ year: year.exactOptional() });
export type FiguresQuery = z.infer<typeof figuresQuerySchema>;

/** The same as a file. */
export const figuresFileQuerySchema = z.strictObject({
  year: year.exactOptional(),
  format: z.enum(['csv', 'xlsx']).default('csv'),
});
export type FiguresFileQuery = z.output<typeof figuresFileQuerySchema>;

/** Figures for leaders. */
export const figuresSchema = z.object({
  year: z.number().int(),
  /** Up to then; of a year that is over, its last moment. */
  until: z.iso.datetime(),
  /** The year is over: whenever it is asked, the answer is the same. */
  isFinal: z.boolean(),
  fewestShown: z.number().int(),
  tables: z.array(figureTableSchema),
});
export type Figures = z.infer<typeof figuresSchema>;

/** The list for KOSTRA. */
export const kostraSchema = figuresSchema.extend({
  /** Cases that were there at the cut-off and have been deleted since: they are counted no more. */
  deletedSince: z.number().int(),
});
export type Kostra = z.infer<typeof kostraSchema>;
