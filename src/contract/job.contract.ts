import { z } from 'zod';

const jobTypeSchema = z.string().regex(/^[\w:.-]{1,200}$/);
// At most an hour for a lease, and at most thirty days for a pause.
const lockSchema = z.string().regex(/^PT(?:[1-9]\d{0,3}S|[1-5]?\dM|60M|1H)$/);
const pauseSchema = z.string().regex(/^P(?:[1-2]?\dD|30D)$|^PT(?:\d{1,5}S|\d{1,4}M|\d{1,3}H)$/);
const tokenSchema = z.number().int().min(1);
const variablesSchema = z.record(z.string(), z.json());

/** Asks for jobs to work on; waits for some when there are none, if it is told to. */
export const activateJobsSchema = z.strictObject({
  types: z.array(jobTypeSchema).min(1).max(50),
  /** The worker's own name, for whoever reads the journal. */
  worker: z.string().min(1).max(200),
  maxJobs: z.number().int().min(1).max(100).default(10),
  /** ISO 8601 duration of the lease, at most an hour. */
  lockDuration: lockSchema.default('PT60S'),
  /** The variables that are wanted; absent: all that the job has. */
  fetchVariables: z.array(z.string().max(200)).max(200).optional(),
  /** How long to wait for a job when there is none, in milliseconds. */
  longPollMs: z.number().int().min(0).max(30_000).default(0),
});

/** A job in the worker's hands until the lease ends. */
export const activatedJobSchema = z.object({
  /** The same in every attempt: what the worker does under it, it does once. */
  id: z.string(),
  type: z.string(),
  processInstanceId: z.string(),
  process: z.string(),
  node: z.string(),
  headers: z.record(z.string(), z.string()),
  variables: variablesSchema,
  /** To be named in every answer. */
  fencingToken: z.number().int(),
  leaseUntil: z.iso.datetime(),
  /** Which attempt this is, and how many there are. */
  attempt: z.number().int(),
  mostAttempts: z.number().int(),
});
export const activatedJobsSchema = z.object({ jobs: z.array(activatedJobSchema) });
export type ActivatedJobs = z.infer<typeof activatedJobsSchema>;

/** Keeps a job longer: so long from now. */
export const extendJobSchema = z.strictObject({ fencingToken: tokenSchema, lockDuration: lockSchema.default('PT60S') });

/** The work is done; the case goes on with what it gave. */
export const completeJobSchema = z.strictObject({ fencingToken: tokenSchema, variables: variablesSchema.default({}) });

/** The attempt failed. */
export const failJobSchema = z.strictObject({
  fencingToken: tokenSchema,
  message: z.string().min(1).max(2000),
  /** How often it may still be tried, never more than what is left; absent: as often as is left. */
  retries: z.number().int().min(0).max(1000).optional(),
  /** ISO 8601 duration; absent: as the diagram says, else longer after each failure. */
  retryAfter: pauseSchema.optional(),
});

/** The work ended in an error of the business, which the diagram may catch. */
export const jobErrorSchema = z.strictObject({
  fencingToken: tokenSchema,
  code: z.string().min(1).max(200),
  message: z.string().max(2000).optional(),
  variables: variablesSchema.default({}),
});

const jobStateSchema = z.enum(['waiting', 'leased', 'retrying', 'failed', 'done', 'cancelled']);
export const jobListQuerySchema = z.strictObject({ state: jobStateSchema.optional() });

/** The jobs that are not over, as operators see them: who has them and how often they were tried, not what they are about. */
export const jobListSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      processInstanceId: z.string(),
      process: z.string(),
      node: z.string(),
      state: jobStateSchema,
      attempts: z.number().int(),
      mostAttempts: z.number().int(),
      /** When it may be taken: at once, after a pause, or when the lease has run out. */
      dueAt: z.iso.datetime().nullable(),
      worker: z.string().nullable(),
      createdAt: z.iso.datetime(),
    }),
  ),
});
export type JobList = z.infer<typeof jobListSchema>;

/** Lets workers outside take jobs of a type, from now on. */
export const registerJobTypeSchema = z.strictObject({ type: jobTypeSchema });

/** Job types that diagrams may name, and who does the work: Boligflyt itself, or workers outside. */
export const jobTypeListSchema = z.object({
  items: z.array(z.object({ type: z.string(), workedOn: z.enum(['here', 'outside']) })),
});
export type JobTypeList = z.infer<typeof jobTypeListSchema>;
