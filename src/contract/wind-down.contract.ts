import { z } from 'zod';

/** One resident's plan: how far it has come, who has the ball, and the next date. */
export const residentPlanSchema = z.object({
  /** The case. */
  id: z.string(),
  title: z.string(),
  step: z.enum(['samtale', 'plan', 'valg', 'ny-bolig', 'flytting', 'ferdig']),
  ball: z.object({ isResident: z.boolean(), who: z.string(), what: z.string() }).nullable(),
  nextOn: z.iso.date().nullable(),
  isLate: z.boolean(),
});
export type ResidentPlanView = z.infer<typeof residentPlanSchema>;

/** How far the winding down of a building has come: figures for everybody who sees the case, plans for those who see the residents' cases. */
export const windDownSchema = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(['active', 'completed', 'cancelled', 'incident']),
  progress: z.object({
    residents: z.number().int(),
    talked: z.number().int(),
    planned: z.number().int(),
    chosen: z.number().int(),
    settled: z.number().int(),
    waiting: z.number().int(),
    told: z.number().int(),
  }),
  /** One for each resident, late ones first, then by the next date. Null: the reader sees figures only. */
  plans: z.array(residentPlanSchema).nullable(),
});
export type WindDownView = z.infer<typeof windDownSchema>;
