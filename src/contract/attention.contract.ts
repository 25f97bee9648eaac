import { z } from 'zod';

/** A look at a case, with what whoever looked writes about it; only staff read it. */
export const lookAtCaseSchema = z.strictObject({ note: z.string().trim().min(1).max(2000) });

/** A case that nobody has looked at in time. What it is about is not said. */
export const caseWithoutAttentionSchema = z.object({
  processInstanceId: z.string(),
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
export type CaseWithoutAttention = z.infer<typeof caseWithoutAttentionSchema>;
export const casesWithoutAttentionSchema = z.object({ items: z.array(caseWithoutAttentionSchema) });
