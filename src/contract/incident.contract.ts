import { z } from 'zod';

/** A case that is stuck, as an operator sees it: where and why, not whom it is about. */
export const incidentSchema = z.object({
  id: z.string(),
  processInstanceId: z.string(),
  process: z.string(),
  processName: z.string(),
  node: z.string(),
  code: z.string(),
  /** What an expert needs to know, in English. */
  message: z.string(),
  /** What is wrong, for people. */
  melding: z.string(),
  raisedAt: z.iso.datetime(),
});
export type IncidentView = z.infer<typeof incidentSchema>;
export const incidentListSchema = z.object({ items: z.array(incidentSchema) });

/** Takes up again what was stuck, with corrected variables where that is what it needs. */
export const resolveIncidentSchema = z.strictObject({
  variables: z.record(z.string(), z.json()).optional(),
  /** Only for a job that failed: how often it may be tried now; absent: as often as from the beginning. */
  retries: z.number().int().min(1).max(100).optional(),
});
