import { z } from 'zod';

/** Done between these two days in Norway, both counted. */
export const exceptionsQuerySchema = z.strictObject({ from: z.iso.date(), to: z.iso.date() });
export type ExceptionsQuery = z.infer<typeof exceptionsQuerySchema>;

/** What was done; `delete` is all that is left of a case. In the order of the report: what was decided of people first. */
export const exceptionKindSchema = z.enum([
  'emergency-access',
  'passed-over',
  'single-alternative',
  'home-outside-register',
  'place-to-sleep-refused',
  'participation-exempted',
  'partiality-declared',
  'partiality-withdrawn',
  'extend-deadline',
  'pause-deadline',
  'change-timer',
  'cancel',
  'restart',
  'set-variables',
  'modify',
  'migrate',
  'suspend',
  'resume',
  'delete',
]);

/** What was done otherwise than the rule is: by whom, when and why. */
export const exceptionsSchema = z.object({
  /** Figures from one to one less are hidden, unless the reader sees every one of them in the list. */
  fewestShown: z.int(),
  /** In a fixed order, without those of which there is none; null: hidden. */
  counts: z.array(z.object({ kind: exceptionKindSchema, count: z.int().nullable() })),
  /** The newest first; those of cases that the reader sees. */
  items: z.array(
    z.object({
      id: z.string(),
      kind: exceptionKindSchema,
      at: z.iso.datetime(),
      by: z.string(),
      /** Null to who oversees, did not do it and does not see the case. */
      reason: z.string().nullable(),
      /** Null where the reader does not see the case, or it is deleted. */
      processInstanceId: z.string().nullable(),
      title: z.string().nullable(),
    }),
  ),
});
export type ExceptionsView = z.infer<typeof exceptionsSchema>;
