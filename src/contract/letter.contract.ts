import { z } from 'zod';

/** That somebody has opened a letter needs no words. */
export const openLetterSchema = z.strictObject({});

/** A letter that was opened. */
export const openedLetterSchema = z.object({ id: z.string() });
export type OpenedLetter = z.infer<typeof openedLetterSchema>;
