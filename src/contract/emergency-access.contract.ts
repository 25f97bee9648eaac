import { z } from 'zod';

/** Why the glass is broken: a reason of the list, and what it is about in words. */
export const emergencyAccessSchema = z.strictObject({
  reason: z.enum(['life-or-health', 'no-place-tonight', 'child', 'nobody-reached']),
  explanation: z.string().trim().min(20, { error: 'Skriv minst 20 tegn om hva som har skjedd.' }).max(1000),
});
export type EmergencyAccessInput = z.output<typeof emergencyAccessSchema>;
