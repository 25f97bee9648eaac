import { z } from 'zod';

/** A figure of people; null where they are somebody, but too few to be shown. */
const people = z.int().min(0).nullable();

/** The need for each type of home beside the homes there are. */
export const housingNeedsSchema = z.object({
  countedAt: z.iso.datetime(),
  /** Fewer people than this are not shown, but to those who see the waiting list. */
  smallestCell: z.int(),
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      waiting: people,
      stock: z.int(),
      vacant: z.int(),
      unmet: people,
      isMissing: z.boolean(),
      closingHomes: z.int(),
      closingResidents: people,
    }),
  ),
});
export type HousingNeedsView = z.infer<typeof housingNeedsSchema>;

/** Every published version of the picture of needs, the newest first. */
export const needsPicturesSchema = z.object({
  /** Fewer people than this are not shown, but to those who see the waiting list. */
  smallestCell: z.int(),
  items: z.array(
    z.object({
      version: z.int().min(1),
      publishedAt: z.iso.datetime(),
      publishedBy: z.string(),
      needs: z.array(z.object({ id: z.string(), name: z.string(), people })),
    }),
  ),
});
export type NeedsPicturesView = z.infer<typeof needsPicturesSchema>;
