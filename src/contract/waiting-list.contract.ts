import { z } from 'zod';

const placement = {
  /** The place group, 1 goes first. */
  group: z.int(),
  /** The rows of the priority key that are met, in plain words. */
  reasons: z.array(z.object({ condition: z.string(), text: z.string() })),
  ruleVersion: z.int(),
};

/** Somebody's place on the waiting list: what counts, where it puts them and why, and what the rounds said. */
export const waitingPlaceSchema = z.object({
  waitingSince: z.iso.date(),
  waitedDays: z.int(),
  /** What the key asks; null where nobody has said. The person may correct each of them. */
  circumstances: z.array(
    z.object({
      id: z.string(),
      condition: z.string(),
      text: z.string(),
      kind: z.enum(['boolean', 'date']),
      value: z.union([z.boolean(), z.iso.date()]).nullable(),
    }),
  ),
  /** By the version of the key that counts now. */
  now: z.object({ ...placement, fitsVacancy: z.boolean().nullable() }),
  /** What each round said, by the version of the key that counted then; null in rounds before there was a key. */
  rounds: z.array(
    z.object({
      on: z.iso.date(),
      outcome: z.string(),
      /** What the team wrote; for staff only. */
      reason: z.string().nullable(),
      placement: z.object(placement).nullable(),
    }),
  ),
});
export type WaitingPlaceView = z.infer<typeof waitingPlaceSchema>;

const yesNo = z.boolean().nullable().exactOptional();
const day = z.iso.date().nullable().exactOptional();

/** What is not so, or no longer so; what is left out stays, null takes it away. */
export const correctWaitingPlaceSchema = z
  .strictObject({
    utenTakINatt: yesNo,
    paragraf27Siden: day,
    utrygtNa: yesNo,
    barnIHusstanden: yesNo,
    utskrivesOn: day,
    uegnetBolig: yesNo,
    boligenAvvikles: yesNo,
  })
  .refine((given) => Object.keys(given).length > 0);
export type CorrectWaitingPlace = z.output<typeof correctWaitingPlaceSchema>;
