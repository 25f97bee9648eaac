import type { Id } from '../../../shared/id.js';
import type { Instant } from '../../../shared/time.js';

/** Why one element stands in the way of what an operator wants. */
export interface OperationProblem {
  /** A node, or the id of something alive, as the command or the diagram names it. */
  readonly element: string;
  readonly reason:
    | 'not-alive'
    | 'node-missing'
    | 'not-startable'
    | 'several-scopes-alive'
    | 'scope-not-alive'
    | 'scope-not-opened'
    | 'unknown-source'
    | 'other-kind'
    | 'other-loop'
    | 'other-scope'
    | 'other-compensation'
    | 'flow-missing'
    | 'wait-not-opened';
  /** What the diagram said when it was asked. */
  readonly message?: string;
}

/** Why something that an operator or a worker wants cannot be. */
export type OperationRejection =
  | { readonly reason: 'process-instance-suspended' }
  | { readonly reason: 'process-instance-not-suspended' }
  | { readonly reason: 'next-step-owned' }
  | { readonly reason: 'scope-not-found'; readonly elementInstanceId?: Id<'ElementInstance'> }
  | { readonly reason: 'ambiguous-start'; readonly processKey: string; readonly startEvents: readonly string[] }
  | {
      readonly reason: 'modification-impossible' | 'migration-impossible';
      /** Every one of them, so that they can be put right at once. */
      readonly problems: readonly OperationProblem[];
    }
  | { readonly reason: 'migration-target-missing' }
  /** It follows a deadline of the register, or the date of a task: that is what must be changed. */
  | { readonly reason: 'timer-by-deadline'; readonly timerId: Id<'Timer'> }
  /** No time, or one that has passed. */
  | { readonly reason: 'timer-time-impossible'; readonly dueAt: string }
  | { readonly reason: 'timer-reason-missing' }
  | { readonly reason: 'job-not-active'; readonly jobId: Id<'Job'> }
  | { readonly reason: 'job-leased'; readonly jobId: Id<'Job'>; readonly worker: string; readonly until: Instant }
  | { readonly reason: 'job-not-due'; readonly jobId: Id<'Job'>; readonly retryAt: Instant }
  /** Another worker has the job by now, or nobody; `token` is the one that counts. */
  | { readonly reason: 'stale-fencing-token'; readonly jobId: Id<'Job'>; readonly token?: number };
