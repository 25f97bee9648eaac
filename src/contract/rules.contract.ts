import { z } from 'zod';

/** One version of a rule of the deadline register, in words. */
export const deadlineRuleSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** What it is counted from. */
  start: z.string().nullable(),
  length: z.string(),
  kind: z.enum(['right', 'authority', 'guidance', 'local']),
  law: z.string(),
  /** False where nobody has checked the paragraph against the law in force. */
  verified: z.boolean(),
  validFrom: z.iso.date(),
  /** First day on which it no longer applies. */
  validTo: z.iso.date().nullable(),
  isInForce: z.boolean(),
  /** Whether a municipality chooses the length itself, and between what. */
  chosenLocally: z.boolean(),
  between: z.object({ least: z.string(), most: z.string() }).nullable(),
  mayPause: z.boolean(),
  extension: z.string().nullable(),
  /** The group that is told when it is broken. */
  breachTo: z.string().nullable(),
  consequence: z.string().nullable(),
});
export type DeadlineRuleView = z.infer<typeof deadlineRuleSchema>;

/** One version of what a decision (vedtak) may be made by. */
export const legalBasisSchema = z.object({
  id: z.string(),
  name: z.string(),
  law: z.string(),
  verified: z.boolean(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  isInForce: z.boolean(),
  appealBody: z.string(),
  appealRule: z.string(),
  /** Outcomes that two must sign. */
  fourEyes: z.array(z.string()),
});

const step = z.object({ after: z.number().int(), to: z.string() });
const contact = z.object({ name: z.string(), phone: z.string() });

/** What the municipality has chosen. */
export const localSettingsSchema = z.object({
  /** How often somebody must look at a case of each process. */
  attention: z.array(z.object({ process: z.string(), name: z.string(), every: z.string() })),
  /** Who hears that nobody did, by the kind of case: after so many times that long. */
  attentionSteps: z.array(z.object({ family: z.enum(['applicant', 'project', 'shared']), steps: z.array(step) })),
  /** Who hears that somebody on the waiting list was not considered, after so many rounds. */
  roundSteps: z.array(step),
  /** Who hears of a long wait, by how many thresholds it has passed. */
  waitSteps: z.array(step),
  /** Processes that begin by themselves, how often, and when they do so next. */
  cadences: z.array(
    z.object({ process: z.string(), name: z.string(), text: z.string(), nextAt: z.iso.datetime().nullable() }),
  ),
  quiet: z.object({ from: z.string(), to: z.string(), daysOff: z.boolean() }).nullable(),
  digestAt: z.string(),
  storm: z.object({ limit: z.number().int(), minutes: z.number().int() }),
  stuck: z.object({ every: z.string(), steps: z.array(step) }),
  leaders: z.array(z.object({ unit: z.string(), leader: z.string() })),
  /** Figures of fewer people are hidden. */
  smallestCell: z.number().int(),
  homeTypes: z.array(z.string()),
  crisis: z.object({
    ...{ from: z.string(), to: z.string() },
    ...{ byDay: z.array(contact), byNight: z.array(contact), afraid: z.array(contact) },
  }),
  /** Days on which the municipality itself is closed; `when` is a date, or month and day of every year. */
  closedDays: z.array(z.object({ when: z.string(), everyYear: z.boolean(), name: z.string() })),
});
export type LocalSettings = z.infer<typeof localSettingsSchema>;

/** The rules that the processes follow, as versioned data. */
export const rulesSchema = z.object({
  deadlines: z.array(deadlineRuleSchema),
  legalBases: z.array(legalBasisSchema),
  impartiality: z.array(
    z.object({ validFrom: z.iso.date(), source: z.string(), verified: z.boolean(), rules: z.array(z.string()) }),
  ),
  settings: localSettingsSchema,
});
export type RulesView = z.infer<typeof rulesSchema>;
