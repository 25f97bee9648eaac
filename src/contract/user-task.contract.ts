import { z } from 'zod';
import { deadlineSchema } from './deadline.contract.js';

export const userTaskFilterSchema = z.enum(['mine', 'unit', 'unassigned', 'all']);

/** Which tasks: `filter` says whose, `state` in which state (the open ones when absent). */
export const userTaskListQuerySchema = z.strictObject({
  filter: userTaskFilterSchema.default('mine'),
  state: z.enum(['open', 'completed', 'cancelled']).default('open'),
});
export type UserTaskListQuery = z.infer<typeof userTaskListQuerySchema>;

/** A task as a row of the inbox. */
export const userTaskSchema = z.object({
  id: z.string(),
  name: z.string(),
  node: z.string(),
  state: z.enum(['created', 'assigned', 'completed', 'cancelled']),
  revision: z.number().int(),
  assignee: z.object({ id: z.string(), name: z.string() }).nullable(),
  candidateGroups: z.array(z.string()),
  participation: z.string().nullable(),
  deadline: deadlineSchema.nullable(),
  createdAt: z.iso.datetime(),
  completedAt: z.iso.datetime().nullable(),
  case: z.object({
    /** The case whose page the reader opens. */
    id: z.string(),
    title: z.string(),
    process: z.string(),
    processName: z.string(),
    /** The application (søknad) that the task is done for, where its own case is a part of one. */
    partOf: z.string().nullable(),
  }),
});
export type UserTaskView = z.infer<typeof userTaskSchema>;

/** What the reader may do with it, asked of the engine, with the reason when not. */
export const actionSchema = z.object({ allowed: z.boolean(), reason: z.string().nullable() });

/** A task with its form: a JSON Schema (2020-12 subset) and the values already known. */
export const userTaskDetailSchema = userTaskSchema.extend({
  documentation: z.string().nullable(),
  form: z.record(z.string(), z.unknown()).nullable(),
  values: z.record(z.string(), z.unknown()),
  actions: z.object({
    claim: actionSchema,
    unclaim: actionSchema,
    /** To say that one is not impartial, and to take it back. */
    declarePartiality: actionSchema,
    withdrawPartiality: actionSchema,
    complete: actionSchema,
    pauseDeadline: actionSchema,
    resumeDeadline: actionSchema,
    extendDeadline: actionSchema,
  }),
  /** Reminders that have gone and will go, oldest first. */
  reminders: z.array(
    z.object({
      kind: z.enum(['reminder', 'escalation', 'breach', 'legal-breach', 'pause']),
      at: z.iso.datetime(),
      to: z.string(),
      rung: z.boolean(),
    }),
  ),
});
export type UserTaskDetail = z.infer<typeof userTaskDetailSchema>;

export const userTaskListSchema = z.object({ items: z.array(userTaskSchema) });
export const completeUserTaskSchema = z.strictObject({ variables: z.record(z.string(), z.json()).default({}) });

/** Why somebody is not impartial towards the person whom a task is about, or is after all. The person does not read it. */
export const partialitySchema = z.strictObject({ reason: z.string().trim().min(5).max(1000) });
export type PartialityInput = z.output<typeof partialitySchema>;

/** Whether something that was declared counted until now. */
export const partialityAnswerSchema = z.object({ withdrawn: z.literal(true) });
export type PartialityAnswer = z.infer<typeof partialityAnswerSchema>;
