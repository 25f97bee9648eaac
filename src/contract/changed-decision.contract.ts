import { z } from 'zod';

const days = { from: z.iso.date(), to: z.iso.date() };

/** Changed between these two days in Norway, both counted. */
export const changedDecisionsQuerySchema = z.strictObject(days);
export type ChangedDecisionsQuery = z.output<typeof changedDecisionsQuerySchema>;

/** The same as a file. */
export const changedDecisionsFileQuerySchema = z.strictObject({
  ...days,
  format: z.enum(['csv', 'xlsx', 'json']).default('csv'),
});
export type ChangedDecisionsFileQuery = z.output<typeof changedDecisionsFileQuerySchema>;

/** null: hidden, because fewer than five are counted or could be computed. */
const countsSchema = z.array(z.object({ name: z.string(), count: z.int().nullable() }));

/** Decisions that an appeal changed: by us, or by the appeal body. */
export const changedDecisionsSchema = z.object({
  /** Figures from one to one less are hidden, unless the reader sees every one of them in the list. */
  fewestShown: z.int(),
  total: z.int().nullable(),
  /** In a fixed order, without those of which there is none. */
  causes: countsSchema,
  outcomes: countsSchema,
  /** The newest first; those of cases that the reader sees whole. */
  items: z.array(
    z.object({
      id: z.string(),
      on: z.iso.date(),
      /** `2026-48`, as ISO 8601 counts weeks. */
      week: z.string(),
      outcome: z.string(),
      cause: z.string(),
      /** What is to be learned of it, in words that name nobody. */
      learned: z.string().nullable(),
      /** What the decision was made by. */
      legalBasis: z.string().nullable(),
      processInstanceId: z.string(),
      title: z.string(),
    }),
  ),
});
export type ChangedDecisionsView = z.infer<typeof changedDecisionsSchema>;
