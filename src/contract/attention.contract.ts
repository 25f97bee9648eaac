import { z } from 'zod';

/** A look at a case, with what whoever looked writes about it; only staff read it. */
export const lookAtCaseSchema = z.strictObject({ note: z.string().trim().min(1).max(2000) });

/** A case that nobody has looked at in time, to those who have to do with it. */
const caseWithoutAttentionSchema = z.object({
  processInstanceId: z.string(),
  title: z.string(),
  process: z.string(),
  processName: z.string(),
  /** When somebody last looked. */
  since: z.iso.datetime(),
  /** How often somebody must, as an ISO 8601 period. */
  every: z.string(),
  /** The step of the ladder that was reached; from 1. */
  level: z.number().int(),
  /** When the next one is. */
  nextAt: z.iso.datetime(),
});
export const casesWithoutAttentionSchema = z.object({
  /** Those that the reader has to do with, left alone longest first; at most 500. */
  items: z.array(caseWithoutAttentionSchema),
  /** For leaders: how many others there are in the municipality, of which nothing else is said. For everybody else 0. */
  elsewhere: z.number().int(),
});
export type CasesWithoutAttention = z.infer<typeof casesWithoutAttentionSchema>;
