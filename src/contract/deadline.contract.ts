import { z } from 'zod';

/** A deadline and why it falls on that date, step by step, in Norwegian. */
export const deadlineSchema = z.object({
  rule: z.string(),
  name: z.string(),
  law: z.string(),
  startOn: z.iso.date(),
  dueOn: z.iso.date(),
  legalOn: z.iso.date(),
  dueAt: z.iso.datetime(),
  /** True once the due date is over by the database's clock. */
  overdue: z.boolean(),
  /** “Hvorfor denne datoen”: one sentence a step. */
  why: z.array(z.string()),
});
export type DeadlineView = z.infer<typeof deadlineSchema>;
