import { z } from 'zod';

/** Yes or no, a number, or a day of the week by its English name. */
const value = z.union([z.boolean(), z.number(), z.string().max(20)]);

/** Something that the processes leave to the municipality, and what it has chosen. */
export const localChoiceSchema = z.object({
  id: z.string(),
  question: z.string(),
  /** Why it is left to the municipality, and what follows of it. */
  why: z.string(),
  allowed: z.union([
    z.object({ kind: z.literal('yes-no') }),
    z.object({ kind: z.literal('weekday'), days: z.array(z.object({ value: z.string(), label: z.string() })) }),
    z.object({ kind: z.literal('number'), least: z.int(), most: z.int(), unit: z.string() }),
  ]),
  value,
  /** Every version, the newest first: the first of them counts now. */
  versions: z.array(
    z.object({
      version: z.int(),
      value,
      reason: z.string(),
      from: z.iso.date(),
      /** The last day; null for the one that counts now. */
      to: z.iso.date().nullable(),
      /** The case in which it was adopted, for those who may see it. */
      adoptedIn: z.string().nullable(),
    }),
  ),
  /** The proposals that nobody has decided, for those who may see them; the newest first. */
  proposals: z.array(
    z.object({
      processInstanceId: z.string(),
      startedAt: z.iso.datetime(),
      /** As people say it: «60 dager». */
      value: z.string(),
      why: z.string(),
      proposedBy: z.string(),
    }),
  ),
});
export type LocalChoiceView = z.infer<typeof localChoiceSchema>;

export const localChoicesSchema = z.object({
  items: z.array(localChoiceSchema),
  /** Whether the reader may propose another choice. */
  canPropose: z.boolean(),
});
export type LocalChoicesView = z.infer<typeof localChoicesSchema>;

/** Another choice that somebody wants, and why. */
export const proposeChoiceSchema = z.strictObject({ value, why: z.string().trim().min(1).max(4000) });
export type ProposeChoice = z.output<typeof proposeChoiceSchema>;
