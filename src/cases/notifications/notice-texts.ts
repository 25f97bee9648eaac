import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const noticeSchema = z.strictObject({ emne: z.string(), tekst: z.string() });

const textsSchema = z.strictObject({
  /** A subject and a text for each kind of notice. */
  varsler: z.strictObject({
    'task-assigned': noticeSchema,
    'task-available': noticeSchema,
    reminder: noticeSchema,
    escalation: noticeSchema,
    breach: noticeSchema,
    letter: noticeSchema,
    starvation: noticeSchema,
  }),
  /** What happens next, by the timer that rings next. */
  videre: z.strictObject({
    reminder: z.string(),
    escalation: z.string(),
    breach: z.string(),
    ingen: z.string(),
    'etter-brudd': z.string(),
  }),
  /** What groups are called in a sentence. */
  grupper: z.record(z.string(), z.string()),
});

/** Every sentence that notices are made of, as the municipality words them (workflows/meldinger/varsler.nb.json). */
export type NoticeTexts = z.infer<typeof textsSchema>;

/** A kind of notice that there is a text for. */
export type NoticeKind = keyof NoticeTexts['varsler'];

/** Reads the sentences; a file that lacks one is refused at once, not when somebody should have been reminded. */
export async function readNoticeTexts(file: string): Promise<NoticeTexts> {
  return textsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
}
