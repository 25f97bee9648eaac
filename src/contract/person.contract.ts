import { z } from 'zod';
import { idSchema } from './id.contract.js';

const line = z.string().trim().min(1).max(200);
const contact = {
  email: z.email().max(200).exactOptional(),
  phone: z
    .string()
    .regex(/^\+?[0-9 ]{5,20}$/)
    .exactOptional(),
  address: line.exactOptional(),
};

/** What is said of a person whose address is not protected. */
export const personFields = {
  name: line,
  bornOn: z.iso.date().exactOptional(),
  language: z.enum(['nb', 'nn', 'en']).default('nb'),
  channel: z.enum(['digital', 'paper']).default('digital'),
  ...contact,
};

const details = {
  ...personFields,
  /** kode 7 and kode 6 */
  protection: z.enum(['none', 'fortrolig', 'strengt-fortrolig']).default('none'),
};

const hidesAddress = (person: {
  readonly protection: string;
  readonly email?: unknown;
  readonly phone?: unknown;
  readonly address?: unknown;
}): boolean =>
  person.protection === 'none' ||
  (person.email === undefined && person.phone === undefined && person.address === undefined);
const hidden = {
  path: ['protection'],
  error: 'Den som har adressesperre, skal ikke stå her med adresse, telefon eller e-post.',
};

/** What is said of a person who is changed: all of it. */
export const changePersonSchema = z.strictObject(details).refine(hidesAddress, hidden);
export type PersonInput = z.output<typeof changePersonSchema>;

/** Somebody new; `id` where they log in already, so that both are the same person. */
export const registerPersonSchema = z
  .strictObject({ ...details, id: idSchema.exactOptional() })
  .refine(hidesAddress, hidden);
export type RegisterPersonInput = z.output<typeof registerPersonSchema>;

/** Who acts for the person, or helps them. */
export const appointSchema = z
  .strictObject({
    kind: z.enum(['fullmektig', 'stottespiller']),
    name: line,
    /** Who that is at login. */
    actor: idSchema.exactOptional(),
    organisation: line.exactOptional(),
    ...contact,
    fromOn: z.iso.date(),
    toOn: z.iso.date().exactOptional(),
  })
  .refine(({ fromOn, toOn }) => toOn === undefined || fromOn <= toOn, { path: ['toOn'] });
export type AppointInput = z.output<typeof appointSchema>;

/** The last day of a representative. */
export const dismissSchema = z.strictObject({ toOn: z.iso.date() });

export const representativeSchema = z.object({ ...appointSchema.shape, id: z.string() });

export const personSchema = z.object({
  ...details,
  id: z.string(),
  revision: z.number().int(),
  representatives: z.array(representativeSchema),
});
export type PersonView = z.infer<typeof personSchema>;

export const personSearchSchema = z.strictObject({ name: z.string().trim().min(2).max(100) });
export const personListSchema = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string(), bornOn: z.iso.date().exactOptional() })),
});

/** What a change answers: the revision that the next one must have seen. */
export const registerAnswerSchema = z.object({ id: z.string(), revision: z.number().int() });
export type RegisterAnswer = z.infer<typeof registerAnswerSchema>;
