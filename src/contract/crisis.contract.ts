import { z } from 'zod';

const numberSchema = z.object({ name: z.string(), phone: z.string() });
const contactSchema = numberSchema.extend({
  /** When somebody answers; null where NAV's own hours apply. */
  when: z.string().nullable(),
  /** What happens when one calls. */
  happens: z.string(),
});

/** Somebody to call, and what happens then. */
export type CrisisContact = z.infer<typeof contactSchema>;

/** Who helps now when somebody has no place to sleep, who helps else, and when NAV opens where it is closed. */
export const crisisHelpSchema = z.object({
  channel: z.enum(['nav', 'vakt']),
  contacts: z.array(contactSchema),
  /** Who helps when those of now do not: the duty when NAV is closed, or NAV when it opens. */
  otherwise: z.array(contactSchema),
  /** For who is afraid of somebody, at every hour. */
  afraid: z.array(contactSchema),
  emergency: numberSchema,
  /** When NAV is open on a working day, as the clock on the wall shows it. */
  open: z.object({ from: z.string(), to: z.string() }),
  navOpensAt: z.iso.datetime().nullable(),
});
export type CrisisHelpView = z.infer<typeof crisisHelpSchema>;
