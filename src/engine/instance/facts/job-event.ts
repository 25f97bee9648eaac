import type { Id } from '../../../shared/id.js';
import type { JsonObject } from '../../../shared/json.js';
import type { Instant } from '../../../shared/time.js';
import type { JobInstance, JobLease } from '../state/job-instance.js';

/** A fact about work for a handler. */
export type JobEvent =
  | {
      readonly type: 'JobCreated';
      readonly job: JobInstance;
      /** What the activity sees: the inputs if it maps any, else every variable in sight. */
      readonly variables: JsonObject;
      readonly at: Instant;
    }
  /** A worker has taken it, or keeps it longer. */
  | {
      readonly type: 'JobLeased';
      readonly jobId: Id<'Job'>;
      readonly node: string;
      readonly lease: JobLease;
      readonly at: Instant;
    }
  | {
      readonly type: 'JobCompleted';
      readonly jobId: Id<'Job'>;
      readonly node: string;
      readonly jobType: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly variables: JsonObject;
      readonly at: Instant;
    }
  | {
      readonly type: 'JobFailed';
      readonly jobId: Id<'Job'>;
      readonly node: string;
      readonly message: string;
      /** How often it may still be tried; 0 or absent: it is an incident now. */
      readonly retries?: number;
      readonly retryAt?: Instant;
      readonly at: Instant;
    }
  | { readonly type: 'JobCancelled'; readonly jobId: Id<'Job'>; readonly node: string; readonly at: Instant };
