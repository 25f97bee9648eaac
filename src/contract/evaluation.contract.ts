import { z } from 'zod';
import { deadlineSchema } from './deadline.contract.js';

const finding = z.object({
  months: z.int(),
  writtenAt: z.iso.datetime(),
  works: z.array(z.string()),
  worksNot: z.array(z.string()),
  /** What became of what people asked for in the project. */
  wishes: z.string(),
  lessons: z.array(z.string()),
});
export type FindingView = z.infer<typeof finding>;

/** How a finished building is evaluated, six and twelve months after it was taken over. */
export const evaluationSchema = z.object({
  caseId: z.string(),
  rounds: z.array(
    z.object({
      months: z.int(),
      state: z.enum(['ahead', 'now', 'written']),
      beginsOn: z.iso.date().nullable(),
      finding: finding.nullable(),
    }),
  ),
  defects: z.array(
    z.object({
      text: z.string(),
      outcome: z.string().nullable(),
      answer: z.string(),
      deadline: deadlineSchema.nullable(),
    }),
  ),
});
export type EvaluationView = z.infer<typeof evaluationSchema>;

/** What finished projects have taught, the newest first. */
export const projectFindingsSchema = z.object({
  items: z.array(
    finding.extend({
      project: z.string(),
      /** Null for whoever may not open the project. */
      projectId: z.string().nullable(),
    }),
  ),
});
export type ProjectFindings = z.infer<typeof projectFindingsSchema>;
