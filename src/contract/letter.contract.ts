import { z } from 'zod';

/** That somebody has opened a letter needs no words. */
export const openLetterSchema = z.strictObject({});

/** Letters that are to go by post and wait for somebody to lay them there, of cases that the reader's unit has: the oldest first. */
export const lettersToPostSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      caseId: z.string(),
      caseTitle: z.string(),
      /** The name that they had when it was written; empty where it is to nobody we can write to. */
      recipient: z.string(),
      /** Null where none is known, and where it is protected. */
      address: z.string().nullable(),
      /** Their address is protected (kode 6 or 7): it is not kept here. */
      isProtected: z.boolean(),
      writtenAt: z.iso.datetime(),
      /** The last day on which it should be laid in the post (rule L-POST). */
      postBy: z.iso.date(),
      /** That day has passed. */
      isLate: z.boolean(),
    }),
  ),
});
export type LettersToPost = z.infer<typeof lettersToPostSchema>;

/** Which letters were laid in the post, and on which day. */
export const postLettersSchema = z.strictObject({
  letters: z.array(z.string().min(1).max(200)).min(1).max(200),
  postedOn: z.iso.date(),
});
export type PostLettersInput = z.output<typeof postLettersSchema>;

/** That they were, and from which day they count as having come. */
export const postedLettersSchema = z.object({ posted: z.int(), arrivesOn: z.iso.date() });
export type PostedLettersAnswer = z.infer<typeof postedLettersSchema>;

/** A letter that was opened. */
export const openedLetterSchema = z.object({ id: z.string() });
export type OpenedLetter = z.infer<typeof openedLetterSchema>;
