import { z } from 'zod';
import { deadlineSchema } from './deadline.contract.js';

/** A participation checkpoint from the invitation to what came of what people said. */
export const checkpointStorySchema = z.object({
  code: z.string(),
  name: z.string(),
  caseId: z.string(),
  outcome: z.enum(['open', 'gjennomfort', 'fravalgt', 'unntatt']),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  heldOn: z.string(),
  /** Null where nobody has said how many took part, or they are too few to show. */
  people: z.int().nullable(),
  said: z.string(),
  influence: z.string(),
  answer: z.string(),
  exemption: z
    .object({ reason: z.string(), isApproved: z.boolean(), assessment: z.string(), decidedAt: z.iso.datetime() })
    .nullable(),
  feedback: z.object({
    isOwed: z.boolean(),
    sentAt: z.iso.datetime().nullable(),
    deadline: deadlineSchema.nullable(),
  }),
});
export type CheckpointStoryView = z.infer<typeof checkpointStorySchema>;
