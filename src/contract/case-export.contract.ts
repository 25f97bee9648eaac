import { z } from 'zod';

const row = z.record(z.string(), z.json());

/** The version of the format below: a reader that knows it may rely on every name in it. Names are only ever added to it. */
export const caseExportVersion = 1;

/**
 * One case whole, to be read, kept or moved by others. `content` says whether it holds what the case is about: to operators who
 * do not read the process, variables, names and texts are withheld, and only how it stands in the diagram is left.
 */
export const caseExportSchema = z.object({
  format: z.literal('boligflyt-case'),
  formatVersion: z.literal(caseExportVersion),
  content: z.enum(['full', 'withheld']),
  exportedAt: z.iso.datetime(),
  definition: z.object({ key: z.string(), version: z.number().int() }),
  /** Number of events of the journal that the snapshot and the rows follow from. */
  revision: z.number().int(),
  snapshot: row,
  rows: z.object({
    case: row,
    userTasks: z.array(row),
    timers: z.array(row),
    subscriptions: z.array(row),
    incidents: z.array(row),
    letters: z.array(row),
    notifications: z.array(row),
    checkpoints: z.array(row),
    waitingList: z.array(row),
    attention: z.array(row),
    attentionNotes: z.array(row),
    waitingListReviews: z.array(row),
  }),
  journal: z.array(z.object({ seq: z.number().int(), actor: z.string().optional(), event: row })),
});
export type CaseExport = z.infer<typeof caseExportSchema>;
