import { z } from 'zod';

/** Wishes to move that were received between these two days, both counted. */
export const stuckReportQuerySchema = z.strictObject({ from: z.iso.date(), to: z.iso.date() });
export type StuckReportQuery = z.infer<typeof stuckReportQuerySchema>;

/** Null: from one to four persons, or a sum that would tell such a number. */
const shown = z.number().int().nullable();
const counts = {
  wishes: shown,
  granted: shown,
  refused: shown,
  /** Not decided yet. */
  undecided: shown,
  /** Not decided after 60 days (rule L-BYTTE-60). */
  overdue: shown,
  /** Granted, and still on the waiting list. */
  waiting: shown,
};

/** Who wants to move and does not get away, by whom the homes are for where they live. */
export const stuckReportSchema = z.object({
  rows: z.array(z.object({ group: z.string(), ...counts })),
  total: z.object(counts),
});
export type StuckReportView = z.infer<typeof stuckReportSchema>;
