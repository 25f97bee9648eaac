import { z } from 'zod';
import { explanationLanguageSchema } from './deadline.contract.js';

/** One of the nine stages of the applicant's journey, in plain words. */
export const journeyStageSchema = z.object({
  stage: z.number().int().min(1).max(9),
  name: z.string(),
  status: z.enum(['done', 'now', 'later', 'skipped']),
  reachedAt: z.iso.datetime().nullable(),
  /** What happened in it, in plain Norwegian, oldest first. */
  happened: z.array(z.object({ at: z.iso.datetime(), text: z.string() })),
});

/** Where my case is, who has the ball, what comes next and what I can do. */
export const journeySchema = z.object({
  id: z.string(),
  title: z.string(),
  currentStage: z.number().int().min(1).max(9),
  stages: z.array(journeyStageSchema).length(9),
  /** Who has the ball: a unit and a function, with a phone number; `you` when it is the applicant. */
  ball: z.object({ you: z.boolean(), who: z.string(), what: z.string(), phone: z.string().nullable() }),
  /** The two clocks: days of casework so far, days on the waiting list so far. */
  caseworkDays: z.number().int().nullable(),
  waitingDays: z.number().int().nullable(),
  nextDate: z
    .object({ on: z.iso.date(), what: z.string(), why: z.array(z.string()), language: explanationLanguageSchema })
    .nullable(),
  /** The oldest date that has passed with the work undone; `yours` when it waits for the applicant. */
  missedDate: z.object({ on: z.iso.date(), what: z.string(), yours: z.boolean() }).nullable(),
  /** How long others waited in the stage I am in; null when fewer than five are known. */
  othersWaitedDays: z
    .object({ median: z.number(), low: z.number(), high: z.number(), count: z.number().int() })
    .nullable(),
  canDo: z.array(z.object({ text: z.string(), taskId: z.string().nullable() })),
  letters: z.array(
    z.object({
      ...{ id: z.string(), title: z.string(), text: z.string(), sentAt: z.iso.datetime() },
      byPost: z.boolean(),
      /** Null until it was laid in the post. */
      postedOn: z.iso.date().nullable(),
      /** Once it was, the day from which it counts as having come. */
      arrivesOn: z.iso.date().nullable(),
    }),
  ),
  /** Whether the letters are to the reader, or to whom they act for: it is told when one is opened (`letters/:id/openings`). */
  isToReader: z.boolean(),
  /** Whether the application can be withdrawn now. */
  canWithdraw: z.boolean(),
  /** Whether the case is on the waiting list, and its place there is there for the reader to ask for. */
  isWaiting: z.boolean(),
  /** Whether its decisions (vedtak) are there for the reader to ask for. */
  opensDecisions: z.boolean(),
  /** Whether its mappings and orders are there for the reader to ask for, word by word. */
  opensRecords: z.boolean(),
});
export type Journey = z.infer<typeof journeySchema>;
export type JourneyList = z.infer<typeof journeyListSchema>;
export const journeyListSchema = z.object({
  items: z.array(journeySchema),
  /** Those of people for whom the reader acts (fullmektig), by title. */
  actingFor: z.array(z.object({ id: z.string(), title: z.string(), person: z.string() })),
});
