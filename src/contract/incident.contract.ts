import { z } from 'zod';
import { idSchema } from './id.contract.js';

/** A case that is stuck, as an operator sees it: where and why, not whom it is about. */
export const incidentSchema = z.object({
  id: z.string(),
  processInstanceId: z.string(),
  process: z.string(),
  processName: z.string(),
  node: z.string(),
  code: z.string(),
  /** What is wrong, for people. */
  melding: z.string(),
  raisedAt: z.iso.datetime(),
  /** How often the work behind it was tried; null where it is not about work. */
  attempts: z.number().int().nullable(),
  /** The group that sees to it. */
  owner: z.string(),
  /** Who has taken it. */
  assignee: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** How often it was told of, and when that happens next. */
  told: z.number().int(),
  nextAt: z.iso.datetime().nullable(),
});
export type IncidentView = z.infer<typeof incidentSchema>;
export const incidentListSchema = z.object({
  /** The oldest first. */
  items: z.array(incidentSchema),
  /** To be given as `after` for those that follow; null: there are no more. */
  next: z.string().nullable(),
});
export type IncidentList = z.infer<typeof incidentListSchema>;

/** Which part of the list. */
export const incidentListQuerySchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: idSchema.optional(),
});

/** Gives an incident to somebody who may see to it; null: to nobody. */
export const assignIncidentSchema = z.strictObject({ assignee: idSchema.nullable() });

/** Takes up again what was stuck, with corrected variables where that is what it needs. */
export const resolveIncidentSchema = z.strictObject({
  variables: z.record(z.string(), z.json()).optional(),
  /** Only for a job that failed: how often it may be tried now; absent: as often as from the beginning. */
  retries: z.number().int().min(1).max(100).optional(),
});
