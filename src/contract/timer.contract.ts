import { z } from 'zod';
import { explanationLanguageSchema } from './deadline.contract.js';
import { reasonSchema } from './operation.contract.js';

/** An alarm that is set in a case: when it rings, and why then. */
export const timerSchema = z.object({
  id: z.string(),
  node: z.string(),
  name: z.string(),
  /** `event` moves the case on; the others only remind. */
  purpose: z.enum(['event', 'reminder', 'escalation', 'breach', 'legal-breach', 'pause']),
  dueAt: z.iso.datetime(),
  /** Which ring of a cycle it is, from 1. */
  occurrence: z.number().int(),
  /** True while the clock of its deadline stands: it does not ring. */
  held: z.boolean(),
  /** In which language `why` is: the reader's own. */
  language: explanationLanguageSchema,
  /** Why it rings then, one sentence a step. */
  why: z.array(z.string()),
  /** Only where somebody has set it to another time. */
  changed: z
    .object({ drawnAt: z.iso.datetime(), reason: z.string(), by: z.object({ id: z.string(), name: z.string() }) })
    .nullable(),
  /** Whether it may be set to another time; what follows a deadline or a task may not. */
  changeable: z.boolean(),
});
export type TimerView = z.infer<typeof timerSchema>;

/** The alarms of a case, the first to ring first. `revision` is for If-Match. */
export const timerListSchema = z.object({ revision: z.number().int(), items: z.array(timerSchema) });
export type TimerList = z.infer<typeof timerListSchema>;

/** Sets one ring to another time, later than now. */
export const changeTimerSchema = z.strictObject({ dueAt: z.iso.datetime({ offset: true }), reason: reasonSchema });
export type ChangeTimerInput = z.infer<typeof changeTimerSchema>;
