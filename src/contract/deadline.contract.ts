import { z } from 'zod';

/** A language that sentences about deadlines are in. */
export const explanationLanguageSchema = z.enum(['nb', 'nn', 'en']);

/** Why the clock of a deadline may stand still. */
export const pauseGroundSchema = z.enum(['party-asks', 'party-delay', 'others-delay', 'local']);

/** One step of “hvorfor denne datoen”: `text` for people, the rest for those who show it in another way. */
export const deadlineStepSchema = z.object({
  key: z.enum([
    'rule',
    'unverified',
    'kind',
    'fixed',
    'same-day',
    'start',
    'counted',
    'paused',
    'stopped',
    'after-pauses',
    'extended',
    'moved',
    'legal',
    'consequence',
    'end',
  ]),
  text: z.string(),
  on: z.iso.date().nullable(),
  law: z.string().nullable(),
  reason: z.string().nullable(),
  days: z.number().int().nullable(),
});

/** A deadline with its two clocks, and why it falls on that date, step by step. */
export const deadlineSchema = z.object({
  rule: z.string(),
  /** First day on which the version of the rule that it keeps was law. */
  ruleFrom: z.iso.date().nullable(),
  name: z.string(),
  law: z.string(),
  kind: z.enum(['right', 'authority', 'guidance', 'local']).nullable(),
  startOn: z.iso.date(),
  /** Our own clock: the date that people work towards. */
  dueOn: z.iso.date(),
  /** The clock of the law: the last day that it allows. */
  legalOn: z.iso.date(),
  dueAt: z.iso.datetime(),
  /** True once the due date is over by the database's clock; never while the clock stands still. */
  overdue: z.boolean(),
  legallyOverdue: z.boolean(),
  /** Since when the clock stands still; null while it goes. */
  pausedSince: z.iso.date().nullable(),
  pauses: z.array(
    z.object({
      pause: z.number().int(),
      from: z.iso.date(),
      to: z.iso.date().nullable(),
      ground: pauseGroundSchema,
      reason: z.string(),
    }),
  ),
  extensions: z.array(z.object({ days: z.number().int(), reason: z.string() })),
  /** What its clock may be stopped for; empty: nothing. */
  pausable: z.array(pauseGroundSchema),
  /** By which rule it may be made longer; null: it may not. */
  extension: z.string().nullable(),
  /** In which language `why` and `steps` are: the reader's own. */
  language: explanationLanguageSchema,
  /** “Hvorfor denne datoen”: one sentence a step. */
  why: z.array(z.string()),
  steps: z.array(deadlineStepSchema),
});
export type DeadlineView = z.infer<typeof deadlineSchema>;

/** Deadlines whose day was between these two, both counted. */
export const missedDeadlinesQuerySchema = z.strictObject({ from: z.iso.date(), to: z.iso.date() });
export type MissedDeadlinesQuery = z.infer<typeof missedDeadlinesQuerySchema>;

/** How many tasks were not done in time, by rule: by our own target, and by the last day that the law allows. */
export const missedDeadlinesSchema = z.object({
  items: z.array(
    z.object({
      rule: z.string(),
      name: z.string(),
      law: z.string().nullable(),
      target: z.number().int(),
      legal: z.number().int(),
    }),
  ),
});
export type MissedDeadlines = z.infer<typeof missedDeadlinesSchema>;

const reason = z.string().trim().min(1).max(500);

/** Stops the clock, since today or an earlier day; `to` only for a pause that is over already. */
export const pauseDeadlineSchema = z.strictObject({
  ground: pauseGroundSchema,
  reason,
  from: z.iso.date().exactOptional(),
  to: z.iso.date().exactOptional(),
});
export type PauseDeadlineInput = z.infer<typeof pauseDeadlineSchema>;

/** Lets the clock go on, since today or an earlier day: after one pause, or after every one that is open. */
export const resumeDeadlineSchema = z.strictObject({
  pause: z.int().positive().exactOptional(),
  on: z.iso.date().exactOptional(),
});
export type ResumeDeadlineInput = z.infer<typeof resumeDeadlineSchema>;

/** Makes the deadline longer: the day it is to end on, and why. */
export const extendDeadlineSchema = z.strictObject({ dueOn: z.iso.date(), reason });
export type ExtendDeadlineInput = z.infer<typeof extendDeadlineSchema>;
