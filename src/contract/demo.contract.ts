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
