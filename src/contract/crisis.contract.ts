import { z } from 'zod';

const contactSchema = z.object({ name: z.string(), phone: z.string() });

/** Who helps now when somebody has no place to sleep, and when NAV opens where it is closed. */
export const crisisHelpSchema = z.object({
  channel: z.enum(['nav', 'vakt']),
  contacts: z.array(contactSchema),
  emergency: contactSchema,
  navOpensAt: z.iso.datetime().nullable(),
});
export type CrisisHelpView = z.infer<typeof crisisHelpSchema>;
