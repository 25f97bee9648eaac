import { z } from 'zod';

/** How it is known that the letter with a decision reached the person. */
export const arrivalWays = ['lastet-ned', 'apnet', 'digitalt', 'post', 'muntlig', 'sendt-i-posten', 'rettet'] as const;

/** An individual decision (vedtak), with how it is appealed. */
export const caseDecisionSchema = z.object({
  id: z.string(),
  processInstanceId: z.string(),
  kind: z.enum(['vedtak', 'tjenestevedtak', 'tildeling']),
  /** By which law or local rule it was made. */
  legalBasis: z.object({ id: z.string(), name: z.string(), law: z.string() }).nullable(),
  outcome: z.string().nullable(),
  reasons: z.string().nullable(),
  /** Everything that was written, word by word. */
  content: z.record(z.string(), z.unknown()),
  decidedAt: z.iso.datetime(),
  reachedOn: z.iso.date().nullable(),
  /**
   * How that is known. `lastet-ned`, `apnet`: the person, or who acts for them, downloaded the letter or opened it on the page.
   * `sendt-i-posten`: it was posted, and the days of rule D04P have passed. `rettet`: staff wrote another day
   * than before. The others are what staff wrote down. Null where it is not known yet.
   */
  reachedHow: z.enum(arrivalWays).nullable(),
  /** The name of who opened it, or of who wrote it down; whom the decision is about is told no names of staff. */
  reachedBy: z.string().nullable(),
  /** Why the day was written anew, where it was. */
  reachedWhy: z.string().nullable(),
  validTo: z.iso.date().nullable(),
  quashedAt: z.iso.datetime().nullable(),
  /** It is a proposal until a second person has approved it; only staff see it so far. */
  awaitsSecond: z.boolean(),
  /** Who takes an appeal, and its last day; null while the deadline does not run yet. */
  appeal: z
    .object({
      ...{ body: z.string(), rule: z.string(), dueOn: z.iso.date().nullable() },
      /** Whether a digital appeal that comes now is in time; a late one is considered by a person. */
      inTime: z.boolean(),
    })
    .nullable(),
  /** The first day on which better reasons were asked for. */
  reasonsAskedOn: z.iso.date().nullable(),
  /** The letter that told of it, where the reader may open it. */
  letter: z.object({ id: z.string(), title: z.string() }).nullable(),
  /** The appeals against it that the reader may see, oldest first. */
  appeals: z.array(
    z.object({
      processInstanceId: z.string(),
      state: z.enum(['active', 'completed', 'cancelled', 'incident']),
      startedAt: z.iso.datetime(),
      endedAt: z.iso.datetime().nullable(),
    }),
  ),
  /** What there is for the reader to do now. A late appeal is brought all the same; a second one while the first is open is not offered. */
  actions: z.object({ appeal: z.boolean(), askForReasons: z.boolean(), correctArrival: z.boolean() }),
});
export type CaseDecisionView = z.infer<typeof caseDecisionSchema>;
export const caseDecisionListSchema = z.object({
  items: z.array(caseDecisionSchema),
  /** What the application claims and no decision answers yet: the case cannot end before that. */
  missing: z.array(z.object({ id: z.string(), name: z.string(), law: z.string() })),
});
export type CaseDecisionList = z.infer<typeof caseDecisionListSchema>;

/** The decisions about a person in every case that the reader may see, the newest first. */
export const personDecisionsSchema = z.object({
  items: z.array(z.object({ ...caseDecisionSchema.shape, caseTitle: z.string() })),
});
export type PersonDecisions = z.infer<typeof personDecisionsSchema>;

/** A mapping (kartlegging) or an order (bestilling), word by word. */
export const caseRecordSchema = z.object({
  id: z.string(),
  processInstanceId: z.string(),
  register: z.enum(['kartlegging', 'bestilling']),
  content: z.record(z.string(), z.unknown()),
  by: z.string(),
  byName: z.string(),
  at: z.iso.datetime(),
  /** The form that it was written in, which says what its fields are called; null where nobody has it any more. */
  form: z.record(z.string(), z.unknown()).nullable(),
});
export const caseRecordListSchema = z.object({ items: z.array(caseRecordSchema) });
export type CaseRecordList = z.infer<typeof caseRecordListSchema>;

/** An appeal (klage). Staff write down what came by post or was said; a posted one counts from the postmark. */
export const appealSchema = z
  .strictObject({
    how: z.enum(['digitalt', 'post', 'muntlig']).default('digitalt'),
    postedOn: z.iso.date().exactOptional(),
    /** What the person wants changed, and why, in their own words. */
    text: z.string().min(1).max(4000),
    /** Asks that the decision does not apply before the appeal is decided (forvaltningsloven § 42). */
    suspend: z.boolean().default(false),
  })
  .refine(({ how, postedOn }) => (how === 'post') === (postedOn !== undefined), { path: ['postedOn'] });
export type AppealInput = z.output<typeof appealSchema>;

/** That a letter came on another day than was written down, or came back: then it has not come, and there is no day. */
export const correctArrivalSchema = z.strictObject({
  arrivedOn: z.iso.date().exactOptional(),
  reason: z.string().trim().min(1).max(1000),
});
export type ArrivalCorrection = z.output<typeof correctArrivalSchema>;

/** A wish for better reasons needs no words. */
export const reasonsRequestSchema = z.strictObject({});
