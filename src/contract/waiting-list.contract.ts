import { z } from 'zod';

const placement = {
  /** The place group, 1 goes first. */
  group: z.int(),
  /** The rows of the priority key that are met, in plain words. */
  reasons: z.array(z.object({ condition: z.string(), text: z.string() })),
  ruleVersion: z.int(),
};

/** Somebody's place on the waiting list: what counts, where it puts them and why, and what the rounds said. */
export const waitingPlaceSchema = z.object({
  /** What the case is called. */
  title: z.string(),
  waitingSince: z.iso.date(),
  waitedDays: z.int(),
  /** What the key asks; null where nobody has said. The person may correct each of them. */
  circumstances: z.array(
    z.object({
      id: z.string(),
      condition: z.string(),
      text: z.string(),
      kind: z.enum(['boolean', 'date']),
      value: z.union([z.boolean(), z.iso.date()]).nullable(),
    }),
  ),
  /** Whether the reader may correct them: now, not while the case is at something else such as an offer (`later`), or not at all. */
  correcting: z.enum(['open', 'later', 'closed']),
  /** By the version of the key that counts now. */
  now: z.object({ ...placement, fitsVacancy: z.boolean().nullable() }),
  /** What each round said, by the version of the key that counted then; null in rounds before there was a key. */
  rounds: z.array(
    z.object({
      on: z.iso.date(),
      outcome: z.string(),
      /** What the team wrote; for staff only. */
      reason: z.string().nullable(),
      placement: z.object(placement).nullable(),
    }),
  ),
});
export type WaitingPlaceView = z.infer<typeof waitingPlaceSchema>;

const yesNo = z.boolean().nullable().exactOptional();
const day = z.iso.date().nullable().exactOptional();

/** What is not so, or no longer so; what is left out stays, null takes it away. */
export const correctWaitingPlaceSchema = z
  .strictObject({
    utenTakINatt: yesNo,
    paragraf27Siden: day,
    utrygtNa: yesNo,
    barnIHusstanden: yesNo,
    utskrivesOn: day,
    uegnetBolig: yesNo,
    boligenAvvikles: yesNo,
  })
  .refine((given) => Object.keys(given).length > 0);
export type CorrectWaitingPlace = z.output<typeof correctWaitingPlaceSchema>;

const wanted = {
  /** A place group of the priority key. */
  group: z.coerce.number().int().min(1).max(99).optional(),
  /** A type of home, by its id in workflows/behov.json. */
  type: z.string().max(100).optional(),
  /** An area as the orders (bestillinger) write it. */
  area: z.string().max(200).optional(),
};

/** Which part of the waiting list is read. */
export const waitingListQuerySchema = z.object({
  ...wanted,
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export type WaitingListQuery = z.output<typeof waitingListQuerySchema>;

/** The same as a file, all of it. */
export const waitingListFileQuerySchema = z.strictObject({
  ...wanted,
  format: z.enum(['csv', 'xlsx', 'json']).default('csv'),
});
export type WaitingListFileQuery = z.output<typeof waitingListFileQuerySchema>;

const waitingEntrySchema = z.object({
  processInstanceId: z.string(),
  title: z.string(),
  /** By the key among everybody who waits and whose case the reader may see, 1 goes first. */
  place: z.int(),
  ...placement,
  fitsVacancy: z.boolean().nullable(),
  /** Rounds in a row in which nobody looked at the entry: these go on top. */
  roundsMissed: z.int(),
  waitingSince: z.iso.date(),
  waitedDays: z.int(),
  /** The highest threshold of long waits that the entry has passed, in months; null where it has passed none. */
  thresholdMonths: z.int().nullable(),
  lastReviewedOn: z.iso.date().nullable(),
  /** When somebody last looked at the case, and by when somebody must again; null where nobody counts. */
  lookedAt: z.iso.datetime().nullable(),
  lookBy: z.iso.date().nullable(),
  isLeftAlone: z.boolean(),
  /** What the entry waits for, in words. */
  homeType: z.string(),
  /** What was written in the case, where it says more than the type. */
  wanted: z.string().nullable(),
  area: z.string().nullable(),
  /** What a home must be. */
  must: z.object({
    /** Whom it is for; null where that is health data that the reader may not see. */
    group: z.string().nullable(),
    nightStaff: z.boolean(),
    ownEntrance: z.boolean(),
    /** There is something that it must be kept away from: the case says what. */
    avoids: z.boolean(),
    /** The one building that the entry waits for, by name. */
    building: z.string().nullable(),
  }),
});
export type WaitingEntryView = z.infer<typeof waitingEntrySchema>;

/** The waiting list: in the order of the key for those who may see who waits, figures for those who may count. */
export const waitingListSchema = z.object({
  countedAt: z.iso.datetime(),
  ruleVersion: z.int(),
  /** How many wait; null where a small figure follows from it. */
  waiting: z.int().nullable(),
  /** Fewer people than this are not shown, but to those who see who waits. */
  smallestCell: z.int(),
  /** How many there are in each place group; null where they are too few to be shown. */
  groups: z.array(z.object({ group: z.int(), people: z.int().nullable() })),
  /** How many have waited from so many months up to the next threshold; null where they are too few to be shown. */
  waits: z.array(z.object({ from: z.int(), to: z.int().nullable(), people: z.int().nullable() })),
  /** Types of homes that somebody waits for; empty for those who see figures only. */
  types: z.array(z.object({ id: z.string(), name: z.string(), people: z.int() })),
  /** Areas that somebody has asked for; empty for those who see figures only. */
  areas: z.array(z.object({ area: z.string(), people: z.int() })),
  /** How many fit what was asked for; null for those who see figures only. */
  found: z.int().nullable(),
  /** Null for those who see figures only. */
  items: z.array(waitingEntrySchema).nullable(),
  /** Where the next page begins. */
  next: z.int().nullable(),
  /** Whether the reader may take the list out as a file. */
  mayTakeOut: z.boolean(),
});
export type WaitingListView = z.infer<typeof waitingListSchema>;
