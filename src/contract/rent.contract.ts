import { z } from 'zod';
import { idSchema } from './id.contract.js';

const kroner = z.number().int().min(0).max(1_000_000);
const claimFields = {
  /** The number of the claim in the accounts. */
  id: idSchema,
  kind: z.enum(['husleie', 'omkostninger', 'renter']),
  dueOn: z.iso.date(),
  amount: kroner,
  /** What is paid or remitted of it. */
  paid: kroner,
};

/** What the accounts say is due and paid for a lease; the same, a row each, in a file. */
export const rentClaimSchema = z.strictObject({
  ...claimFields,
  home: idSchema,
  tenancy: idSchema,
  paidOn: z.iso.date().optional(),
});

/** What the accounts say is due and paid for some leases now: all of it is taken, or nothing. */
export const rentImportSchema = z.strictObject({ claims: z.array(rentClaimSchema).min(1).max(1000) });

/** How many claims were new, changed, or already so. */
export const rentImportAnswerSchema = z.object({
  entered: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
});

/** A lease that owes something. */
export const arrearsSchema = z.object({
  home: z.string(),
  homeName: z.string(),
  tenancy: z.string(),
  person: z.string(),
  personName: z.string().nullable(),
  /** Kroner that were due before today. */
  owed: z.number().int(),
  oldestDueOn: z.iso.date(),
  processInstanceId: z.string().nullable(),
});
export type ArrearsView = z.infer<typeof arrearsSchema>;

/** The leases that owe something, the most first: those that the reader may know of. */
export const rentArrearsSchema = z.object({ items: z.array(arrearsSchema) });

/** What is due and paid for one lease, and whether NAV is told of what is not paid. */
export const rentOfLeaseSchema = z.object({
  owed: z.number().int(),
  /** Whether the tenant has reserved against NAV being told (husleieloven § 9-11). */
  navReserved: z.boolean(),
  claims: z.array(z.object({ ...claimFields, id: z.string(), paidOn: z.iso.date().nullable() })),
});

/** The tenant's own choice. */
export const navNoticeSchema = z.strictObject({ reserved: z.boolean() });
