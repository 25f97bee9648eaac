import { z } from 'zod';
import { idSchema } from './id.contract.js';

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

/** One read, as it is looked after: never what stood in what was read. */
export const overseenReadSchema = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  /** Null: somebody with a protected address, of whom no more is told. */
  person: z.object({ id: z.string(), name: z.string() }).nullable(),
  reader: z.object({ id: z.string(), name: z.string() }),
  /** By what they might see it. */
  unit: z.string(),
  what: z.string(),
  why: z.string(),
  /** They broke the glass. */
  isEmergency: z.boolean(),
});
export type OverseenReadView = z.infer<typeof overseenReadSchema>;
export const overseenReadListSchema = z.object({
  /** The newest first. */
  items: z.array(overseenReadSchema),
  /** To be given as `after` for those that follow; null: there are no more. */
  next: z.string().nullable(),
});
export type OverseenReadList = z.infer<typeof overseenReadListSchema>;

/** Which reads: days in Norway, both counted, and a part of a name, or an id. */
export const readsQuerySchema = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  person: z.string().trim().min(1).max(200).optional(),
  reader: z.string().trim().min(1).max(200).optional(),
  emergency: z.literal('true').optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: idSchema.optional(),
});
