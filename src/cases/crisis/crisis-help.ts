import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { LocalDate } from '../../shared/time.js';
import { isValidOn } from '../../shared/valid-on.js';

const text = z.string().min(1);
const numberSchema = z.strictObject({ name: text, phone: z.string().regex(/^[\d ]{3,}$/) });
const contactSchema = numberSchema.extend({ when: text.exactOptional(), happens: text });
const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const versionSchema = z.strictObject({
  validFrom: z.iso.date(),
  validTo: z.iso.date().exactOptional(),
  open: z.strictObject({ from: timeSchema, to: timeSchema }),
  byDay: z.array(contactSchema).min(1),
  byNight: z.array(contactSchema).min(1),
  afraid: z.array(contactSchema).min(1),
  emergency: numberSchema,
});

const helpSchema = z.strictObject({
  about: z.string(),
  versions: z
    .tuple([versionSchema], versionSchema)
    .refine(
      (versions) => versions.every(({ validTo }, at) => validTo === versions[at + 1]?.validFrom),
      'Expected each version to apply until the day the next begins, but there is a gap or an overlap',
    ),
});

/** Somebody to call, and what happens then. */
export interface Contact {
  readonly name: string;
  readonly phone: string;
  /** When somebody answers, in Norwegian; absent where NAV's own hours apply. */
  readonly when?: string;
  /** What happens when one calls, in plain Norwegian. */
  readonly happens: string;
}

/** Who helps when somebody has no place to sleep: NAV on working days, police and legevakt in the evening and at weekends (S4:379). */
export interface CrisisHelp {
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate;
  /** When NAV is open on a working day, as the clock on the wall shows it. */
  readonly open: { readonly from: string; readonly to: string };
  readonly byDay: readonly Contact[];
  readonly byNight: readonly Contact[];
  /** For who is afraid of somebody, at every hour. */
  readonly afraid: readonly Contact[];
  readonly emergency: Pick<Contact, 'name' | 'phone'>;
}

/** Every version of who helps, the oldest first, without a day between two: data of the municipality. */
export type DatedCrisisHelp = readonly [CrisisHelp, ...CrisisHelp[]];

/** Reads who helps from workflows/krise.json. */
export async function readCrisisHelp(file: string): Promise<DatedCrisisHelp> {
  const json: unknown = JSON.parse(await readFile(file, 'utf8'));
  return helpSchema.parse(json).versions;
}

/** Who helped on a day. The oldest version applies to earlier days, too: nothing was dated then. */
export const crisisHelpOn = (versions: DatedCrisisHelp, on: LocalDate): CrisisHelp =>
  versions.find((version) => isValidOn(version, on)) ?? versions[0];
