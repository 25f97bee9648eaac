import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { DeadlineRegister } from '../../engine/index.js';
import { readTextIds } from '../notifications/notice-texts.js';
import { bringIntoForce } from './bring-into-force.js';
import { parseFile, unknownTexts } from './register-file.js';
import { registerProblems } from './register-problems.js';

const period = z.string().regex(/^-?P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/);
const lengthSchema = z.union([
  z.strictObject({ period, to: z.literal('monthEnd').exactOptional() }),
  z.strictObject({ workingDays: z.int().positive() }),
  z.strictObject({ hours: z.int().positive(), count: z.enum(['clock', 'lawful']) }),
  z.strictObject({ fixedOn: z.iso.date() }),
]);

const rungSchema = z.strictObject({
  kind: z.enum(['reminder', 'escalation']),
  offset: z.string().regex(/^-?P\d+D$/),
  to: z.string().min(1),
  /** How it goes, where that is not the way of its kind in `workflows/varsling.json`; who cannot be reached so gets it as usual. */
  channel: z.enum(['email', 'sms', 'digitalpost', 'inbox']).exactOptional(),
  /** Id of its own text in `workflows/meldinger/`; else the text of its kind. */
  text: z.string().min(1).exactOptional(),
});

const rowSchema = z.strictObject({
  id: z.string().regex(/^[A-Z0-9-]+$/),
  name: z.string().min(1),
  start: z.string().min(1),
  length: lengthSchema,
  kind: z.enum(['right', 'authority', 'guidance', 'local']),
  rounding: z.enum(['forward', 'backward', 'none']),
  law: z.string().min(1),
  verified: z.boolean(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().exactOptional(),
  ladder: z.array(rungSchema),
  legalLadder: z.array(rungSchema).nonempty().exactOptional(),
  breachTo: z.string().min(1).exactOptional(),
  pausable: z
    .array(z.enum(['party-asks', 'party-delay', 'others-delay', 'local']))
    .nonempty()
    .exactOptional(),
  pauseReminder: z
    .string()
    .regex(/^P[1-9]\d*D$/)
    .exactOptional(),
  extension: z.string().min(1).exactOptional(),
  between: z.tuple([period, period]).readonly().exactOptional(),
  consequence: z.string().min(1).exactOptional(),
});
type Row = z.infer<typeof rowSchema>;

const rulesetSchema = z.strictObject({
  ruleset: z.string().min(1),
  name: z.string().min(1),
  /** Null while nobody knows: the rules are kept, and apply to nothing. */
  inForceFrom: z.iso.date().nullable(),
  rules: z.array(rowSchema.omit({ validFrom: true, validTo: true })),
});

const closedDaySchema = z.union([
  z.strictObject({ on: z.iso.date(), name: z.string().min(1) }),
  z.strictObject({
    everyYear: z.string().regex(/^\d{2}-\d{2}$/),
    name: z.string().min(1),
    from: z.iso.date().exactOptional(),
    to: z.iso.date().exactOptional(),
  }),
]);
const calendarSchema = z.strictObject({ municipality: z.string().min(1), closedDays: z.array(closedDaySchema) });

/** How often somebody is told that a clock stands, where its rule says nothing else. */
const usualPauseReminder = 'P14D';

/** The files of the deadline register in the folder `workflows`. */
export const registerFiles = {
  rules: 'frister.json',
  coming: 'kommende-frister.json',
  calendar: 'kalender.json',
} as const;

/**
 * Reads the deadline register: every version of every rule, rulesets that have come into force since, and the
 * municipality's own closed days. A register that is not complete, or contradicts itself, is refused with every reason.
 */
export async function readDeadlineRegister(folder: string): Promise<DeadlineRegister> {
  const read = async <Read>(file: string, schema: z.ZodType<Read>): Promise<Read> =>
    parseFile(file, schema, JSON.parse(await readFile(path.join(folder, file), 'utf8')));
  const [rows, rulesets, calendar, textIds] = await Promise.all([
    read(registerFiles.rules, z.array(rowSchema)),
    read(registerFiles.coming, z.array(rulesetSchema)),
    read(registerFiles.calendar, calendarSchema),
    readTextIds(path.join(folder, 'meldinger')),
  ]);
  const inForce = rulesets
    .flatMap(({ inForceFrom, rules }) => (inForceFrom === null ? [] : [{ inForceFrom, rules }]))
    .toSorted((one, other) => one.inForceFrom.localeCompare(other.inForceFrom))
    .reduce<readonly Row[]>((known, { inForceFrom, rules }) => bringIntoForce(known, rules, inForceFrom), rows);
  // The municipality's own closed days move its own deadlines and nobody's rights.
  const register = inForce.map((rule) => ({
    ...(rule.pausable === undefined ? {} : { pauseReminder: usualPauseReminder }),
    ...rule,
    ...(rule.kind === 'local' ? { calendar } : {}),
  }));

  const coming = rulesets.flatMap(({ rules }) => rules);
  const problems = [
    ...unknownTexts(registerFiles.rules, rows, textIds),
    ...unknownTexts(registerFiles.coming, coming, textIds),
    ...registerProblems(register),
  ];
  if (problems.length > 0) throw new Error(`Expected a sound deadline register, but:\n${problems.join('\n')}`);
  return register;
}
