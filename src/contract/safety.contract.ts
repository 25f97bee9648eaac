import { z } from 'zod';

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/);

/** That somebody does not feel safe in a building, or tells for somebody else. */
export const tellUnsafetySchema = z.strictObject({
  building: id,
  kind: z.enum(['fremmede', 'trusler', 'vold', 'brak', 'fellesareal', 'las-dor', 'annet']),
  text: z.string().trim().min(1).max(4000),
  /** Whom it is about, where that is known: it never goes to those whom it is about. */
  concerns: z.enum(['beboer', 'besok', 'ansatt', 'vet-ikke']).default('vet-ikke'),
  /** Who should get it; where it is about staff, not the leader of the building. */
  to: z.enum(['botiltaksleder', 'bst-leder', 'hvk-leder']).optional(),
  /** True: nothing anywhere says who told. */
  anonymous: z.boolean().default(false),
});

/** A report that was received. */
export const toldUnsafetySchema = z.object({
  /** The only way to follow an anonymous report: whoever has it may ask how it goes. */
  receipt: z.string(),
});
export type ToldUnsafety = z.infer<typeof toldUnsafetySchema>;

/** How an anonymous report goes: what whoever told would have got in letters. */
export const unsafetyStandingSchema = z.object({
  receipt: z.string(),
  state: z.enum(['under-arbeid', 'lukket']),
  answers: z.array(z.object({ title: z.string(), text: z.string(), sentAt: z.iso.datetime() })),
});
export type UnsafetyStanding = z.infer<typeof unsafetyStandingSchema>;

/** How many reports there were from a building: null where they are so few that they could point at somebody. */
export const safetyFiguresSchema = z.object({
  building: z.string(),
  /** Reports that were received in the last month. */
  lastMonth: z.number().int().nullable(),
  /** Those that are not closed. */
  open: z.number().int().nullable(),
  /** How many of the last year were made safe within 24 hours. */
  safeInTime: z.number().int().nullable(),
  lastYear: z.number().int().nullable(),
  freeze: z.object({ since: z.iso.datetime(), reason: z.string() }).nullable(),
  freezeProposedAt: z.iso.datetime().nullable(),
});
export type SafetyFigures = z.infer<typeof safetyFiguresSchema>;
