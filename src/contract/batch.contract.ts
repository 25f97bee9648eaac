import { z } from 'zod';
import { idSchema } from './id.contract.js';
import {
  cancelProcessInstanceSchema,
  migrateProcessInstanceSchema,
  modifyProcessInstanceSchema,
  reasonedSchema,
  setVariablesSchema,
  versionNumberSchema,
} from './operation.contract.js';

/** What is done to each case. */
export const batchOperationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('suspend'), ...reasonedSchema.shape }),
  z.strictObject({ kind: z.literal('resume'), ...reasonedSchema.shape }),
  z.strictObject({ kind: z.literal('cancel'), ...cancelProcessInstanceSchema.shape }),
  z.strictObject({ kind: z.literal('modify'), ...modifyProcessInstanceSchema.shape }),
  z.strictObject({
    kind: z.literal('set-variables'),
    ...setVariablesSchema.omit({ elementInstanceId: true }).shape,
  }),
  z.strictObject({
    kind: z.literal('migrate'),
    ...migrateProcessInstanceSchema.shape,
    /** Only tries: what would be refused fails with its reasons, and nothing is changed. */
    dryRun: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('retry-incidents') }),
  z.strictObject({ kind: z.literal('delete'), ...reasonedSchema.shape }),
]);
export type BatchOperationInput = z.output<typeof batchOperationSchema>;

/** Which cases: those for which everything that is said holds. Something must be said. */
export const batchSelectionSchema = z
  .strictObject({
    ids: z.array(idSchema).min(1).max(1000).optional(),
    process: z.string().min(1).max(100).optional(),
    version: versionNumberSchema.optional(),
    state: z.enum(['active', 'suspended', 'incident', 'completed', 'cancelled']).optional(),
    incidentCode: z.string().min(1).max(100).optional(),
  })
  .refine(({ ids, process }) => ids !== undefined || process !== undefined, { path: ['process'] });
export type BatchSelectionInput = z.output<typeof batchSelectionSchema>;

export const startBatchSchema = z.strictObject({
  operation: batchOperationSchema,
  selection: batchSelectionSchema,
  /** Begins nothing until it is resumed. */
  paused: z.boolean().default(false),
});

/** A batch and how far it has come. */
export const batchSchema = z.object({
  id: z.string(),
  /** Only names of variables, never what they hold. */
  operation: z.object({
    kind: z.string(),
    version: z.number().int().optional(),
    dryRun: z.boolean().optional(),
    reason: z.string().optional(),
    variables: z.array(z.string()).optional(),
  }),
  selection: z.object({
    ids: z.number().int().optional(),
    process: z.string().optional(),
    version: z.number().int().optional(),
    state: z.string().optional(),
    incidentCode: z.string().optional(),
  }),
  state: z.enum(['running', 'paused', 'cancelled', 'completed']),
  startedBy: z.string(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  total: z.number().int(),
  done: z.number().int(),
  failed: z.number().int(),
  skipped: z.number().int(),
  remaining: z.number().int(),
});
export type BatchView = z.infer<typeof batchSchema>;
export const batchListSchema = z.object({ items: z.array(batchSchema) });

/** Which items of a batch: in a state, after a number. */
export const batchItemsQuerySchema = z.strictObject({
  state: z.enum(['waiting', 'done', 'failed', 'skipped']).optional(),
  after: z.coerce.number().int().min(0).max(999_999_999).default(0),
});

/** What became of one case of a batch. At most 500 at a time: ask again after the last number. */
export const batchItemListSchema = z.object({
  items: z.array(
    z.object({
      seq: z.number().int(),
      processInstanceId: z.string(),
      incidentId: z.string().nullable(),
      state: z.enum(['waiting', 'done', 'failed', 'skipped']),
      finishedAt: z.iso.datetime().nullable(),
      /** Why it failed. */
      problem: z
        .object({
          code: z.string(),
          title: z.string(),
          errors: z.array(z.object({ path: z.string(), message: z.string(), code: z.string().optional() })),
        })
        .nullable(),
    }),
  ),
});
export type BatchItemList = z.infer<typeof batchItemListSchema>;
