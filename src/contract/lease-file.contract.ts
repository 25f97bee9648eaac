import { z } from 'zod';
import { idSchema } from './id.contract.js';

const words = z.string().trim().min(1).max(200);

/** A lease (leieforhold) as a row of a file; names stand there for people and are not read. */
export const leaseRowSchema = z.strictObject({
  /** Empty where the lease is new. */
  id: idSchema.optional(),
  home: idSchema,
  homeName: z.string().optional(),
  person: idSchema,
  personName: z.string().optional(),
  fromOn: z.iso.date(),
  toOn: z.iso.date().optional(),
  /** Kroner a month. */
  rent: z.number().int().min(0).max(1_000_000).optional(),
  moveRequestedOn: z.iso.date().optional(),
  leavesOn: z.iso.date().optional(),
  endedOn: z.iso.date().optional(),
  endReason: words.optional(),
});
