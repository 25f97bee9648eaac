import type { Id } from '../../shared/id.js';
import type { JsonObject } from '../../shared/json.js';
import type { Instant } from '../../shared/time.js';
import type { RegisterStep } from '../homes/register-step.js';
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

/**
 * Answered by a worker whose work changes registers: `step` is taken in the transaction that completes the job, and what it gives becomes
 * variables of the case. When the step is refused nothing is changed, and the task ends in the BPMN error whose code is the reason.
 */
export class RegisterWork {
  constructor(
    readonly step: RegisterStep,
    readonly variables: JsonObject = {},
  ) {}
}

/** Thrown by a worker whose work cannot be done and never will: the task ends in the BPMN error of this code (BPMN 2.0.2 § 10.5.7). */
export class WorkError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** What a worker answers: the variables that the case gets, or a change of registers that gives them. */
export type JobAnswer = JsonObject | RegisterWork;

/** Carries out the work behind a service task of one job type. Must be safe to run twice with the same `key`. */
export interface JobHandler extends JobWorkerOptions {
  readonly type: string;
  /** Answers with the variables that the case gets. Rejects when the attempt failed; with a `WorkError` none follows. */
  run(job: Job): Promise<JobAnswer>;
}
