import type { Id } from '../../shared/id.js';
import type { JsonObject } from '../../shared/json.js';
import type { Instant } from '../../shared/time.js';
import type { TenantId } from '../ports.js';

/** Where a job stands. `failed` is an incident; what is `done` or `cancelled` is over. */
export type JobState = 'waiting' | 'leased' | 'retrying' | 'failed' | 'done' | 'cancelled';

/** A job as everybody sees it who has to do with it; nothing of what its case is about. */
export interface JobRow {
  readonly id: Id<'Job'>;
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly process: string;
  readonly node: string;
  readonly type: string;
  readonly state: JobState;
  /** How often it was taken, counted before the run: the fencing token of the last lease. */
  readonly attempts: number;
  /** After so many attempts it becomes an incident. */
  readonly mostAttempts: number;
  /** ISO 8601 duration that the diagram wants between a failure and the next attempt. */
  readonly retryAfter?: string;
  /** When it may be taken: at once, after a pause, or when the lease has run out. Absent when it cannot be. */
  readonly dueAt?: Instant;
  readonly worker?: string;
  readonly lastError?: string;
  readonly createdAt: Instant;
}

/** A job with what its worker is told. */
export interface JobToDo extends JobRow {
  readonly headers: Readonly<Record<string, string>>;
  readonly variables: JsonObject;
}

/** Knows the jobs of all cases, as they were last committed. */
export interface JobBook {
  /**
   * Finds the jobs of these types that may be taken by the municipality's clock, the one that has waited longest first, and keeps
   * them from everybody else who reserves for a few seconds: time to give each to a worker by `ActivateJob`. Jobs that have no
   * attempt left and those of suspended cases are not found. `now` is that clock.
   */
  reserve(
    tenant: TenantId,
    wanted: { readonly types: readonly string[]; readonly limit: number },
  ): Promise<{ readonly now: Instant; readonly jobs: readonly JobToDo[] }>;
  /** Jobs whose last attempt ran out of its lease without an answer: nobody may take them, somebody must be told. */
  exhausted(tenant: TenantId, limit: number): Promise<readonly JobRow[]>;
  find(tenant: TenantId, id: Id<'Job'>): Promise<JobRow | undefined>;
  /** The jobs that are not over, or those in one state; the oldest first, at most 500. */
  list(tenant: TenantId, state?: JobState): Promise<readonly JobRow[]>;
}

/** Which job types are worked on outside, over HTTP. */
export interface ExternalJobTypes {
  /** Those of the configuration and those that operators have registered. */
  list(tenant: TenantId): Promise<readonly string[]>;
  /** Safe to repeat. */
  register(tenant: TenantId, type: string, by: Id<'Actor'>): Promise<void>;
}
