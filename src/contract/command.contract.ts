import { z } from 'zod';

/**
 * The answer of every command that changes a case: which case, which revision of it the command led to, and which task it
 * was about. The same command with the same Idempotency-Key gives the same answer again.
 */
export const commandAnswerSchema = z.object({
  processInstanceId: z.string(),
  revision: z.number().int(),
  userTaskId: z.string().nullable(),
});
export type CommandAnswer = z.infer<typeof commandAnswerSchema>;
