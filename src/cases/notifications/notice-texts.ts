import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { NoticeLanguage } from '../../runtime/notice-ports.js';
import { readExplanationTexts, type ExplanationTexts } from '../deadlines/explanation-texts.js';

const noticeSchema = z.strictObject({ emne: z.string(), tekst: z.string() });

// A text message lies open on a table: who sends it may be said, and nothing of what it is about.
const openPlaces = /\{\{(?!\s*kommune\s*\}\})/;
const rungTextSchema = noticeSchema.extend({
  sms: z
    .string()
    .min(1)
    .max(160)
    .refine((text) => !openPlaces.test(text), 'a text message tells no more than {{kommune}}')
    .exactOptional(),
});

const textsSchema = z.strictObject({
  /** A subject and a text for each kind of notice. */
  varsler: z.strictObject({
    'task-assigned': noticeSchema,
    'task-available': noticeSchema,
    reminder: noticeSchema,
    escalation: noticeSchema,
    breach: noticeSchema,
    'legal-breach': noticeSchema,
    pause: noticeSchema,
    letter: noticeSchema,
    starvation: noticeSchema,
    attention: noticeSchema,
    'long-wait': noticeSchema,
    /** The same as a figure, to those who do not see who waits. */
    'long-waits': noticeSchema,
    'unposted-letter': noticeSchema,
    /** A second time, where the first was not followed. */
    'letter-unopened': noticeSchema,
    incident: noticeSchema,
    undeliverable: noticeSchema,
    'reservation-over': noticeSchema,
    meeting: noticeSchema,
    summary: noticeSchema,
    /** Where nothing at all may be said: SMS. */
    neutral: noticeSchema,
  }),
  /** What happens next, by the timer that rings next. */
  videre: z.strictObject({
    reminder: z.string(),
    escalation: z.string(),
    breach: z.string(),
    'legal-breach': z.string(),
    pause: z.string(),
    ingen: z.string(),
    'etter-brudd': z.string(),
  }),
  /** What groups are called in a sentence. */
  grupper: z.record(z.string(), z.string()),
  /** Why a person gets what is somebody else's. */
  grunner: z.strictObject({ vikar: z.string(), fravaer: z.string() }),
  /** What meetings are called, and what has happened to one. */
  moter: z.strictObject({
    medvirkning: z.string(),
    visning: z.string(),
    samarbeidsmote: z.string(),
    beboermote: z.string(),
    avtale: z.string(),
    invitasjon: z.string(),
    endret: z.string(),
    avlyst: z.string(),
    klokken: z.string(),
    beskrivelse: z.string(),
  }),
  /** More texts, by the id that a rung of a ladder names; `sms` is what a text message says to staff. */
  tekster: z.record(z.string(), rungTextSchema),
});

/** Every sentence that notices are made of in one language, as the municipality words them (workflows/meldinger/). */
export interface NoticeTexts extends z.infer<typeof textsSchema> {
  /** “Hvorfor denne datoen”. */
  readonly hvorfor: ExplanationTexts;
}

/** The sentences in every language that people may choose. */
export type NoticeTextsByLanguage = Readonly<Record<NoticeLanguage, NoticeTexts>>;

/** A kind of notice that there is a text for. */
export type NoticeKind = keyof NoticeTexts['varsler'];

/** Reads the sentences; a file that lacks one is refused at once, not when somebody should have been reminded. */
export async function readNoticeTexts(folder: string): Promise<NoticeTextsByLanguage> {
  const read = async (language: NoticeLanguage): Promise<NoticeTexts> => ({
    ...textsSchema.parse(JSON.parse(await readFile(path.join(folder, `varsler.${language}.json`), 'utf8'))),
    hvorfor: await readExplanationTexts(folder, language),
  });
  const [nb, nn, en] = await Promise.all([read('nb'), read('nn'), read('en')]);
  for (const [language, texts] of Object.entries({ nn, en })) {
    const lacking = [...idsOf(nb)].filter((id) => !idsOf(texts).has(id));
    if (lacking.length > 0)
      throw new Error(
        `Expected varsler.${language}.json to have the texts of varsler.nb.json, but not: ${lacking.join(', ')}`,
      );
  }
  return { nb, nn, en };
}

/** Ids of the texts that a rung of a ladder may name. */
export async function readTextIds(folder: string): Promise<ReadonlySet<string>> {
  return idsOf(textsSchema.parse(JSON.parse(await readFile(path.join(folder, 'varsler.nb.json'), 'utf8'))));
}

// `sms` counts for itself: a text message in one language is one in all.
const idsOf = ({ tekster }: Pick<NoticeTexts, 'tekster'>): ReadonlySet<string> =>
  new Set(Object.entries(tekster).flatMap(([id, { sms }]) => (sms === undefined ? [id] : [id, `${id}.sms`])));
