import { z } from 'zod';
import { deadlineSchema } from './deadline.contract.js';

/** An invitation to a participation checkpoint as the user representative sees it. No person data. */
export const invitationSchema = z.object({
  taskId: z.string(),
  revision: z.number().int(),
  code: z.string(),
  name: z.string(),
  /** What it is about and what is asked, in plain words. */
  about: z.string(),
  project: z.string(),
  /** Where that is told, if the reader may see it: a housing project, or another case. */
  owner: z.object({ id: z.string(), kind: z.enum(['project', 'case']) }).nullable(),
  invitedAt: z.iso.datetime(),
  deadline: deadlineSchema.nullable(),
  state: z.enum(['open', 'answered', 'cancelled']),
  answer: z.string().nullable(),
  /** What the reader answered, word for word; null where nobody has, or somebody else of the group did. */
  said: z.object({ message: z.string(), adaptations: z.string() }).nullable(),
});
export type Invitation = z.infer<typeof invitationSchema>;
export const invitationListSchema = z.object({ items: z.array(invitationSchema) });

/** The answer: come, take part in another way, or decline. */
export const answerInvitationSchema = z.strictObject({
  answer: z.enum(['deltar', 'annen-maate', 'takker-nei']),
  /** Said in the person's own words; kept verbatim. */
  message: z.string().max(4000).default(''),
  /** What would make it easier: a helper, a lift, another place, pay, an interpreter. */
  adaptations: z.string().max(1000).default(''),
});
