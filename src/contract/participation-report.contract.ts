import { z } from 'zod';
import { checkpointStorySchema } from './checkpoint.contract.js';

/** Figures of people: null where so few are meant that one could be recognised. */
const people = z.int().nullable();

/** Who was heard in a calendar year: together in projects and buildings, alone in their own cases, and what came of it. */
export const participationReportSchema = z.object({
  year: z.int(),
  fewestShown: z.int(),
  together: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      /** Checkpoints that users were invited to, also those that they declined. */
      invited: z.int(),
      held: z.int(),
      declined: z.int(),
      exempted: z.int(),
      open: z.int(),
    }),
  ),
  alone: z.array(
    z.object({
      ...{ code: z.string(), held: people, declined: people, exempted: people },
      /** Nobody got hold of them. */
      notReached: people,
      total: people,
    }),
  ),
  /** Every checkpoint of the year that the reader may see, with what called for it, and the project's page if the reader may see that. */
  checkpoints: z.array(checkpointStorySchema.extend({ owner: z.string(), projectId: z.string().nullable() })),
});
export type ParticipationReport = z.infer<typeof participationReportSchema>;
