import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const contactSchema = z.strictObject({ name: z.string().min(1), phone: z.string().regex(/^[\d ]{3,}$/) });
const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const helpSchema = z.strictObject({
  open: z.strictObject({ from: timeSchema, to: timeSchema }),
  byDay: z.array(contactSchema).min(1),
  byNight: z.array(contactSchema).min(1),
  emergency: contactSchema,
});

/** Somebody to call. */
export interface Contact {
  readonly name: string;
  readonly phone: string;
}

/** Who helps when somebody has no place to sleep: NAV on working days, police and legevakt in the evening and at weekends (S4:379). */
export interface CrisisHelp {
  /** When NAV is open on a working day, as the clock on the wall shows it. */
  readonly open: { readonly from: string; readonly to: string };
  readonly byDay: readonly Contact[];
  readonly byNight: readonly Contact[];
  readonly emergency: Contact;
}

/** Reads who helps from workflows/krise.json. */
export async function readCrisisHelp(file: string): Promise<CrisisHelp> {
  const json: unknown = JSON.parse(await readFile(file, 'utf8'));
  return helpSchema.parse(json);
}
