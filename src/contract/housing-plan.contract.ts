import { z } from 'zod';
import { idSchema } from './id.contract.js';

const words = z.string().trim().min(1).max(2000).exactOptional();

/** The whole plan, as its owner wants it to stand. */
export const writePlanSchema = z.strictObject({
  /** The revision that the owner has seen; 0 where nothing was written. */
  revision: z.int().min(0).max(999_999_999),
  dream: words,
  nextStep: words,
  obstacles: words,
  /** Who does what, a line each. */
  steps: z.array(z.string().trim().min(1).max(500)).max(30).default([]),
});
export type WritePlanInput = z.output<typeof writePlanSchema>;

/** With whom it is to be shared: a unit, or one of the owner's own helpers. */
export const sharePlanSchema = z.union([z.strictObject({ group: idSchema }), z.strictObject({ actor: idSchema })]);
export type SharePlanInput = z.output<typeof sharePlanSchema>;

const sharedWith = {
  group: z.string().nullable(),
  actor: z.string().nullable(),
  /** The helper's name; null for a unit. */
  name: z.string().nullable(),
};

/** A person's housing plan. With whom it is shared is told to its owner only. */
export const housingPlanSchema = z.object({
  person: z.string(),
  name: z.string(),
  isOwn: z.boolean(),
  revision: z.int(),
  writtenAt: z.iso.datetime().nullable(),
  dream: z.string().nullable(),
  nextStep: z.string().nullable(),
  obstacles: z.string().nullable(),
  steps: z.array(z.string()),
  shares: z.array(z.object({ id: z.string(), sharedAt: z.iso.datetime(), ...sharedWith })),
  /** With whom the owner could share it, too. */
  choices: z.array(z.object(sharedWith)),
});
export type HousingPlanView = z.infer<typeof housingPlanSchema>;

/** Plans that are shared with the reader. */
export const sharedPlanListSchema = z.object({
  items: z.array(
    z.object({
      person: z.string(),
      name: z.string(),
      sharedAt: z.iso.datetime(),
      writtenAt: z.iso.datetime().nullable(),
    }),
  ),
});
export type SharedPlanList = z.infer<typeof sharedPlanListSchema>;

/** What was kept. */
export const planAnswerSchema = z.object({ person: z.string(), id: z.string().nullable() });
export type PlanAnswer = z.infer<typeof planAnswerSchema>;
