import type { Id } from '../../shared/id.js';
import type { JsonObject } from '../../shared/json.js';
import type { Instant } from '../../shared/time.js';
import type { TenantId } from '../ports.js';

/** One attempt at the work behind a service task. */
export interface Job {
  readonly tenant: TenantId;
  /** The same in every attempt at this job: what is done under it is done once. */
  readonly key: string;
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly node: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly variables: JsonObject;
  /** When the work was asked for, by the municipality's clock. */
  readonly at: Instant;
}

/** How a worker of this process is tried. */
export interface JobWorkerOptions {
  /** How often a job may be tried where the diagram does not say: from 1 to 5; absent: 5. */
  readonly retries?: number;
  /** ISO 8601 duration of at most 40 seconds, after which an attempt has failed; absent: 40 seconds. */
  readonly timeout?: string;
}

/** Carries out the work behind a service task of one job type. Must be safe to run twice with the same `key`. */
export interface JobHandler extends JobWorkerOptions {
  readonly type: string;
  /** Answers with the variables that the case gets. Rejects when the attempt failed. */
  run(job: Job): Promise<JsonObject>;
}
