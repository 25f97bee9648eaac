import type { Id } from '../../../shared/id.js';
import type { Instant } from '../../../shared/time.js';

/** A job in the hands of one worker; whoever took it later has a higher token. */
export interface JobLease {
  readonly worker: string;
  readonly until: Instant;
  readonly token: number;
}

/** Work for a service-task handler that is not done yet. */
export interface JobInstance {
  readonly id: Id<'Job'>;
  readonly elementInstanceId: Id<'ElementInstance'>;
  readonly node: string;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  /** How often it has failed. */
  readonly failures: number;
  /** How often it may still be tried before it becomes an incident; absent: as often as its worker says. */
  readonly retries?: number;
  /** ISO 8601 duration that the diagram wants between a failure and the next attempt; absent: as the worker says. */
  readonly retryAfter?: string;
  /** Not to be taken before this instant. */
  readonly retryAt?: Instant;
  /** The worker that has it, for a time. */
  readonly lease?: JobLease;
  /** How often it was taken: the fencing token of the last lease. */
  readonly leases?: number;
}
