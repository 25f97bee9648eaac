import { z } from 'zod';
import { deadlineSchema } from './deadline.contract.js';

/** How far an offer has come: homes are chosen, shown, answered, or somebody gets in touch because no answer came. */
export const offerSteps = ['velg-boliger', 'visning', 'svar-pa-tilbud', 'kontakt-soker'] as const;

const offer = {
  processInstanceId: z.string(),
  title: z.string(),
  step: z.enum(offerSteps),
  /** The homes in it, in words; empty before they are chosen. */
  alternatives: z.array(z.string()),
  viewings: z.array(z.object({ home: z.string(), on: z.iso.date().nullable() })),
};

/** The offers that are open, for those who may see their cases: first those whose answer or next step is due first. */
export const offerListSchema = z.object({
  items: z.array(
    z.object({
      ...offer,
      tasks: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          assignee: z.string().nullable(),
          candidateGroups: z.array(z.string()),
          deadline: deadlineSchema.nullable(),
        }),
      ),
    }),
  ),
});
export type OfferListView = z.infer<typeof offerListSchema>;

/** An offer to somebody who is to answer it: its homes, when they were shown, and whom to ask for more time. */
export const offerSchema = z.object({
  ...offer,
  /** The unit to ask for more time, or to answer through, and its telephone; null where none is known. */
  unit: z.string(),
  phone: z.string().nullable(),
});
export type OfferView = z.infer<typeof offerSchema>;
