import { isOfApplicant } from '../access/part-of-application.js';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const wallClock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const channel = z.enum(['email', 'sms', 'digitalpost', 'inbox']);
const step = z.strictObject({ after: z.int().positive(), to: z.string().min(1) });
const ladder = z.array(step).nonempty();

const rulesSchema = z.strictObject({
  /** When nothing is handed over: from the evening to the morning, and on days off. Null: never. */
  quiet: z
    .strictObject({
      from: wallClock,
      to: wallClock,
      daysOff: z.boolean(),
      /** Kinds that wait for nobody; with `deadlines` only about deadlines of these kinds, with `rules` of these rules. */
      passes: z.array(
        z.strictObject({
          kind: z.string(),
          deadlines: z.array(z.enum(['right', 'authority', 'guidance', 'local'])).exactOptional(),
          rules: z.array(z.string()).exactOptional(),
        }),
      ),
    })
    .refine(({ from, to }) => to < from, 'quiet hours go over midnight')
    .nullable(),
  /** Kinds that may come together on working days, for those who have chosen it. */
  digest: z.strictObject({ at: wallClock, kinds: z.array(z.string()) }),
  /** More than `limit` messages to one person within `minutes` become one. */
  storm: z.strictObject({ limit: z.int().positive(), minutes: z.int().positive() }),
  /** Kinds that alarms send are spread over so many minutes; one person's come at the same minute. */
  jitter: z.strictObject({ minutes: z.int().nonnegative(), kinds: z.array(z.string()) }),
  /** Kinds that nobody needs once the task is done. */
  stopsWithTask: z.array(z.string()),
  /** The channel of a kind where no rung says another; e-mail for all others. */
  channels: z.record(z.string(), channel),
  /** The group of those who lead a unit. */
  leaders: z.record(z.string(), z.string()),
  /** Who hears that a case of each family was not looked at: after so many times as long as it may be left alone (register P6). */
  attention: z.strictObject({ project: ladder, applicant: ladder, shared: ladder }),
  /** Who sees to what is stuck, and who hears that it still is: after so many times that it was told of. */
  incidents: z.strictObject({
    owners: z.strictObject({
      usual: z.string().min(1),
      /** Where another group sees to those of a process. */
      processes: z.record(z.string(), z.string().min(1)),
    }),
    /** ISO 8601 duration from one time to the next. */
    every: z.iso.duration(),
    ladder,
  }),
  /** Who hears that somebody on the waiting list was not looked at: after so many rounds in a row (domain register P6). */
  rounds: ladder,
  /** Who hears that somebody on the waiting list has waited long: after so many thresholds (domain register P6). */
  waits: ladder,
  /** Who hears that a letter lies unposted: after so many times as long as it may (rule L-POST). */
  post: ladder,
});

/** How, when and to whom messages go in this municipality (workflows/varsling.json). */
export type DeliveryRules = z.infer<typeof rulesSchema>;

/** A step of a starvation ladder: who hears of it after so many times. */
export type StarvationStep = z.infer<typeof step>;

/** Reads the rules; a file that is not complete is refused. */
export async function readDeliveryRules(file: string): Promise<DeliveryRules> {
  return rulesSchema.parse(JSON.parse(await readFile(file, 'utf8')));
}

/** Who hears that a case was not looked at; what is neither an applicant's nor a project's is shared. */
export const attentionLadderOf = ({ attention }: DeliveryRules, family: string): readonly StarvationStep[] =>
  isOfApplicant(family) ? attention.applicant : family === 'project' ? attention.project : attention.shared;

/** The step of a ladder that is reached after so many times; a ladder has no end: who stands highest hears it again. */
export function stepAfter(ladder: readonly StarvationStep[], times: number): StarvationStep | undefined {
  return ladder.filter(({ after }) => after <= times).toSorted((one, other) => other.after - one.after)[0];
}
