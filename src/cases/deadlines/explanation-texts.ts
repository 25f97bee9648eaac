import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { NoticeLanguage } from '../../runtime/notice-ports.js';

const noun = z.tuple([z.string(), z.string()]);

const textsSchema = z.strictObject({
  /** A sentence for each step. */
  steg: z.strictObject({
    rule: z.string(),
    unverified: z.string(),
    fixed: z.string(),
    'same-day': z.string(),
    'clock-starts': z.string(),
    start: z.string(),
    'start-clock': z.string(),
    'start-lawful': z.string(),
    counted: z.string(),
    paused: z.string(),
    stopped: z.string(),
    'after-pauses': z.string(),
    extended: z.string(),
    'moved-forward': z.string(),
    'moved-backward': z.string(),
    legal: z.string(),
    'legal-local': z.string(),
    end: z.string(),
    'end-time': z.string(),
    consequence: z.string(),
    'lost-rule': z.string(),
    wait: z.string(),
  }),
  /** What kind of deadline it is. */
  slag: z.strictObject({ right: z.string(), authority: z.string(), guidance: z.string(), local: z.string() }),
  /** Why a clock was stopped, after “because”. */
  grunn: z.strictObject({
    'party-asks': z.string(),
    'party-delay': z.string(),
    'others-delay': z.string(),
    local: z.string(),
  }),
  /** Lengths: one and many of each, and what is said around them. */
  lengde: z.strictObject({
    year: noun,
    month: noun,
    week: noun,
    day: noun,
    workingDay: noun,
    hour: noun,
    and: z.string(),
    'same-day': z.string(),
    'month-end': z.string(),
    before: z.string(),
    fixed: z.string(),
  }),
  /** Why an alarm without a deadline rings when it does. */
  alarm: z.strictObject({ drawn: z.string(), task: z.string(), changed: z.string() }),
  /** A date with the time of day. */
  klokka: z.string(),
  /** Days off by their name in bokmål, where a sentence calls them something else. */
  fridager: z.record(z.string(), z.string()),
});

/** Every sentence of “hvorfor denne datoen” in one language, as the municipality words them (workflows/meldinger/). */
export interface ExplanationTexts extends z.infer<typeof textsSchema> {
  /** Names, starts, laws and consequences of rules by what the register says in bokmål; what is not here is said in bokmål. */
  readonly regler: Readonly<Record<string, string>>;
}

/** Which words an explanation is given in. */
export interface ExplanationWords {
  readonly texts: ExplanationTexts;
  readonly language: NoticeLanguage;
}

/** Reads the sentences of a language, and the words of the register in it; a file that lacks a sentence is refused. */
export async function readExplanationTexts(folder: string, language: NoticeLanguage): Promise<ExplanationTexts> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(path.join(folder, `${name}.${language}.json`), 'utf8'));
  const [sentences, rules] = await Promise.all([read('hvorfor'), language === 'nb' ? {} : read('frister')]);
  return { ...textsSchema.parse(sentences), regler: z.record(z.string(), z.string().min(1)).parse(rules) };
}
