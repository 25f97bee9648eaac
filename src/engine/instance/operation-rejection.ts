import type { Id } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';

/** Why something that an operator or a worker wants cannot be. */
export type OperationRejection =
  | { readonly reason: 'process-instance-suspended' }
  | { readonly reason: 'process-instance-not-suspended' }
  | { readonly reason: 'scope-not-found'; readonly elementInstanceId?: Id<'ElementInstance'> }
  | { readonly reason: 'ambiguous-start'; readonly processKey: string; readonly startEvents: readonly string[] }
  | { readonly reason: 'job-not-active'; readonly jobId: Id<'Job'> }
  | { readonly reason: 'job-leased'; readonly jobId: Id<'Job'>; readonly worker: string; readonly until: Instant }
  | { readonly reason: 'job-not-due'; readonly jobId: Id<'Job'>; readonly retryAt: Instant }
  /** Another worker has the job by now, or nobody; `token` is the one that counts. */
  | { readonly reason: 'stale-fencing-token'; readonly jobId: Id<'Job'>; readonly token?: number };
