import { z } from 'zod';
import { idSchema } from './id.contract.js';
import { problemSchema } from './problem.contract.js';

const nodeSchema = z.string().min(1).max(64);
const variablesSchema = z.record(z.string().min(1).max(200), z.json());
const mostInstructions = 100;

/** Why something is done by hand: kept with what was done, and told in the report of exceptions. */
export const reasonSchema = z.string().trim().min(3).max(500);

/** A case is stopped for a time, or goes on. */
export const reasonedSchema = z.strictObject({ reason: reasonSchema });

/** A version of a process. */
export const versionNumberSchema = z.number().int().min(1).max(999_999_999);

/** Where a token is put: before the node, so that it runs, or after it. */
export const startInstructionSchema = z.strictObject({
  node: nodeSchema,
  place: z.enum(['before', 'after']).optional(),
  /** Needed only where several scopes that hold the node are alive. */
  scopeInstanceId: idSchema.optional(),
  variables: variablesSchema.optional(),
});
export type StartInstructionInput = z.output<typeof startInstructionSchema>;

/** What is taken away: one token, one element instance, or everything on a node. */
export const cancelInstructionSchema = z.union([
  z.strictObject({ tokenId: idSchema }),
  z.strictObject({ elementInstanceId: idSchema }),
  z.strictObject({ node: nodeSchema }),
]);
export type CancelInstructionInput = z.output<typeof cancelInstructionSchema>;

/** Ends a case before its time. One that owes a decision (vedtak) only ends so where who applied wants none, or never applied. */
export const cancelProcessInstanceSchema = z.strictObject({
  reason: reasonSchema,
  withoutDecision: z.enum(['trukket', 'feilregistrert']).optional(),
});

/** Takes tokens away and puts others elsewhere: all of it or nothing. A move is one of each. */
export const modifyProcessInstanceSchema = z
  .strictObject({
    cancel: z.array(cancelInstructionSchema).max(mostInstructions).default([]),
    start: z.array(startInstructionSchema).max(mostInstructions).default([]),
    reason: reasonSchema,
  })
  .refine(({ cancel, start }) => cancel.length + start.length > 0, { path: ['start'] });

export const setVariablesSchema = z.strictObject({
  variables: variablesSchema,
  /** The scope that they are written into; absent: the process. */
  elementInstanceId: idSchema.optional(),
  reason: reasonSchema,
});

/** Node of the old version to node of the new one; a node that is not named keeps its id. */
export const mappingSchema = z.record(nodeSchema, nodeSchema);

/** What would become of a migration; without `mapping` by the generated plan. */
export const tryMigrationSchema = z.strictObject({
  version: versionNumberSchema,
  mapping: mappingSchema.optional(),
});

/** Lets a case go on with another version; without `mapping` by the generated plan. */
export const migrateProcessInstanceSchema = tryMigrationSchema.extend({ reason: reasonSchema });

/** Between which versions a plan leads. */
export const migrationPlanQuerySchema = z.strictObject({
  from: z.coerce.number().pipe(versionNumberSchema),
  to: z.coerce.number().pipe(versionNumberSchema),
});

export const migrationPlanSchema = z.object({
  mapping: z.record(z.string(), z.string()),
  /** Nodes of the old version that seem to have no place in the new one. */
  unmapped: z.array(z.string()),
});
export type MigrationPlanView = z.infer<typeof migrationPlanSchema>;

/** What a migration would do now: nothing is changed by asking. */
export const migrationTrialSchema = z.object({
  possible: z.boolean(),
  /** The mapping that was tried. */
  mapping: z.record(z.string(), z.string()),
  /** What stands in the way, as the migration itself would answer. */
  problem: problemSchema.nullable(),
});
export type MigrationTrial = z.infer<typeof migrationTrialSchema>;

/** Takes an ended case up again as a new one; absent: in its own version, from the beginning. */
export const restartProcessInstanceSchema = z.strictObject({
  version: versionNumberSchema.optional(),
  startAt: z.array(startInstructionSchema).min(1).max(mostInstructions).optional(),
  reason: reasonSchema,
});

export const deletionSchema = z.object({ processInstanceId: z.string(), deleted: z.literal(true) });
export type Deletion = z.infer<typeof deletionSchema>;

/** What is left of deleted cases, the newest first. */
export const deletedCaseListSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      process: z.string(),
      version: z.number().int(),
      state: z.string(),
      startedAt: z.iso.datetime(),
      endedAt: z.iso.datetime().nullable(),
      deletedAt: z.iso.datetime(),
      deletedBy: z.string(),
      reason: z.string(),
    }),
  ),
});
export type DeletedCaseList = z.infer<typeof deletedCaseListSchema>;
