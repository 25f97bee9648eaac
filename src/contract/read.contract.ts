import { z } from 'zod';

/** Who saw what of a person on one day, in plain words. */
export const readSchema = z.object({
  on: z.iso.date(),
  who: z.string(),
  /** By what they might see it. */
  unit: z.string(),
  processInstanceId: z.string().nullable(),
  /** How many times that day. */
  times: z.number().int(),
  text: z.string(),
  why: z.string(),
});
export type ReadView = z.infer<typeof readSchema>;
export const readListSchema = z.object({ items: z.array(readSchema) });
