import { z } from 'zod';
import { deadlineSchema } from './deadline.contract.js';

/** A housing project in the portfolio: where it is, what it waits for, what is late. */
export const projectSchema = z.object({
  id: z.string(),
  title: z.string(),
  phase: z.number().int().min(1).max(8),
  phaseName: z.string(),
  phaseSince: z.iso.datetime(),
  state: z.enum(['active', 'completed', 'cancelled', 'incident']),
  waitingFor: z.array(
    z.object({ what: z.string(), who: z.string(), since: z.iso.datetime(), deadline: deadlineSchema.nullable() }),
  ),
  overdue: z.number().int(),
  /** Participation checkpoints: held, declined, exempted or still open. */
  checkpoints: z.array(z.object({ code: z.string(), name: z.string(), outcome: z.string().nullable() })),
});
export type ProjectView = z.infer<typeof projectSchema>;
export const projectListSchema = z.object({
  phases: z.array(z.object({ phase: z.number().int(), name: z.string() })),
  items: z.array(projectSchema),
});
