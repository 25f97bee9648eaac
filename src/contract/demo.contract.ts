import { z } from 'zod';

/** “Spol fram”: a day, a week, or to the next thing that falls due. */
export const advanceClockSchema = z.strictObject({ by: z.enum(['day', 'week', 'next-deadline']) });
export const clockSchema = z.object({ now: z.iso.datetime(), today: z.iso.date(), canAdvance: z.boolean() });
export type ClockView = z.infer<typeof clockSchema>;

export const mailboxMessageSchema = z.object({
  id: z.string(),
  to: z.string(),
  from: z.string(),
  subject: z.string(),
  text: z.string(),
  receivedAt: z.iso.datetime(),
  attachments: z.array(z.object({ name: z.string(), type: z.string() })),
});
export type MailboxMessage = z.infer<typeof mailboxMessageSchema>;
export const mailboxSchema = z.object({ items: z.array(mailboxMessageSchema) });

/** Who can log in to the demo, shown on the login page before anybody has; 404 outside demo mode. */
export const personaSchema = z.object({ id: z.string(), name: z.string(), groups: z.array(z.string()) });
export const personaListSchema = z.object({ items: z.array(personaSchema) });
export type Persona = z.infer<typeof personaSchema>;
