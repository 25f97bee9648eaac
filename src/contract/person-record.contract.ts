import { z } from 'zod';

const instant = z.iso.datetime();
const date = z.iso.date();
const words = z.string().nullable();
const householdChange = z.object({ at: instant, reason: z.string() }).nullable();

/**
 * Everything that is registered about one person, as they may take it with them (GDPR articles 15 and 20); docs/own-data.md says what each
 * field means. What stands here of others is what the person registered of them; `version` counts changes that a reader has to know of.
 */
export const personRecordSchema = z.object({
  format: z.literal('boligflyt-person-record'),
  version: z.literal(1),
  writtenAt: instant,
  municipality: z.string(),
  /** The id by which they log in. */
  person: z.string(),
  /** Null where they are not in the register of persons. */
  identity: z
    .object({
      ...{ name: z.string(), bornOn: date.nullable(), email: words, phone: words, address: words },
      ...{ language: z.enum(['nb', 'nn', 'en']), channel: z.enum(['digital', 'paper']) },
      /** That there is a protection, not of which kind. */
      hasProtectedAddress: z.boolean(),
    })
    .nullable(),
  helpers: z.array(
    z.object({
      ...{ kind: z.enum(['fullmektig', 'stottespiller']), name: z.string(), organisation: words },
      ...{ fromOn: date, toOn: date.nullable() },
    }),
  ),
  /** How the person is or was in a household, and how many others there are, or were on the last day: who they are is theirs. */
  households: z.array(
    z.object({
      ...{ role: z.enum(['voksen', 'barn']), otherAdults: z.number().int(), otherChildren: z.number().int() },
      /** Null where nobody knows since when, and while they are in it. */
      ...{ fromOn: date.nullable(), untilOn: date.nullable() },
      /** They were registered there by mistake. */
      wasWrong: z.boolean(),
      /** When and why they were registered in it, and out of it. */
      ...{ joined: householdChange, left: householdChange },
    }),
  ),
  applications: z.array(
    z.object({ id: z.string(), title: z.string(), askedFor: z.string(), receivedOn: date, belongsTo: z.string() }),
  ),
  cases: z.array(
    z.object({
      ...{ id: z.string(), title: z.string(), about: z.string() },
      state: z.enum(['active', 'completed', 'cancelled', 'incident']),
      ...{ startedAt: instant, endedAt: instant.nullable(), waitingSince: instant.nullable() },
      /** Whether it is told as a journey. */
      isJourney: z.boolean(),
    }),
  ),
  /** What the person said when their needs were mapped and a home was ordered, as it was written down. */
  ownWords: z.array(
    z.object({
      ...{
        id: z.string(),
        processInstanceId: z.string(),
        register: z.enum(['kartlegging', 'bestilling']),
        at: instant,
      },
      words: z.array(z.object({ question: z.string(), text: z.string() })),
    }),
  ),
  offers: z.array(
    z.object({
      ...{ id: z.string(), processInstanceId: z.string(), offeredAt: instant, homes: z.array(z.string()) },
      ...{ answer: words, chosenHome: words, reason: words, feltPressure: z.boolean().nullable() },
      answeredAt: instant.nullable(),
    }),
  ),
  tenancies: z.array(
    z.object({
      ...{ id: z.string(), home: z.string(), building: words, address: words, fromOn: date, toOn: date.nullable() },
      ...{ leavesOn: date.nullable(), endedOn: date.nullable(), rent: z.number().int().nullable() },
      claims: z.array(
        z.object({
          ...{ kind: z.enum(['husleie', 'omkostninger', 'renter']), dueOn: date },
          ...{ amount: z.number().int(), paid: z.number().int() },
        }),
      ),
    }),
  ),
  decisions: z.array(
    z.object({
      ...{ id: z.string(), processInstanceId: z.string(), kind: z.enum(['vedtak', 'tjenestevedtak', 'tildeling']) },
      ...{ legalBasis: words, outcome: words, decidedAt: instant, reachedOn: date.nullable() },
      ...{ validTo: date.nullable(), quashedAt: instant.nullable() },
    }),
  ),
  letters: z.array(z.object({ id: z.string(), title: z.string(), sentAt: instant })),
  messages: z.array(z.object({ subject: z.string(), channel: z.string(), at: instant })),
  /** Null where nothing is written, or where it is not shared with the reader. */
  housingPlan: z
    .object({ writtenAt: instant, dream: words, nextStep: words, obstacles: words, steps: z.array(z.string()) })
    .nullable(),
  /** Who has read, by unit and not by name; null to whoever acts for the person: the log of reads is the person's own. */
  reads: z
    .array(z.object({ on: date, unit: z.string(), text: z.string(), why: z.string(), times: z.number().int() }))
    .nullable(),
});
export type PersonRecord = z.infer<typeof personRecordSchema>;

/** As which file it is kept. */
export const personRecordFileSchema = z.strictObject({ format: z.enum(['json', 'csv']) });
