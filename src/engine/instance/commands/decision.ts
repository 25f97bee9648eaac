import type { Id } from '../../../shared/id.js';
import type { DeadlineRejection } from './deadline-command.js';
import type { BodyRejection } from './body-command.js';
import type { OperationRejection } from './operation-rejection.js';
import type { ProcessEvent } from '../facts/process-event.js';
import type { UserTaskInstance } from '../state/process-instance.js';

/** Why a command cannot be; a value, never an exception. */
export type Rejection =
  | { readonly reason: 'process-instance-not-found' }
  | { readonly reason: 'process-instance-ended'; readonly state: 'completed' | 'cancelled' }
  | { readonly reason: 'process-instance-exists' }
  | { readonly reason: 'no-start-event'; readonly processKey: string }
  | { readonly reason: 'user-task-not-found'; readonly userTaskId: Id<'UserTask'> }
  | { readonly reason: 'user-task-claimed'; readonly userTaskId: Id<'UserTask'>; readonly assignee: Id<'Actor'> }
  | { readonly reason: 'actor-not-candidate'; readonly userTaskId: Id<'UserTask'> }
  | {
      readonly reason: 'actor-not-assigned';
      readonly userTaskId: Id<'UserTask'>;
      readonly assignee?: Id<'Actor'>;
    }
  | {
      readonly reason: 'stale-revision';
      readonly userTaskId: Id<'UserTask'>;
      readonly expected: number;
      readonly actual: number;
    }
  | {
      readonly reason: 'user-task-not-in-state';
      readonly userTaskId: Id<'UserTask'>;
      readonly state: UserTaskInstance['state'];
      /** What was wanted, as the life of a user task calls it. */
      readonly step: string;
    }
  | BodyRejection
  | DeadlineRejection
  | OperationRejection
  | { readonly reason: 'timer-not-active'; readonly timerId: Id<'Timer'> }
  | { readonly reason: 'subscription-not-active'; readonly subscriptionId: Id<'Subscription'> }
  | { readonly reason: 'call-not-active'; readonly elementInstanceId: Id<'ElementInstance'> }
  | { readonly reason: 'no-work-named' }
  | { readonly reason: 'signal-not-awaited'; readonly signal: string }
  | {
      readonly reason: 'element-not-waiting';
      readonly elementInstanceId?: Id<'ElementInstance'>;
      readonly node?: string;
    }
  | { readonly reason: 'incident-not-found'; readonly incidentId: Id<'Incident'> };

/** The answer of `decide`: the facts that follow, or why nothing does. */
export type Decision =
  | { readonly ok: true; readonly events: readonly ProcessEvent[] }
  | { readonly ok: false; readonly rejection: Rejection };

/** The facts that follow from a command. */
export const accept = (...events: readonly ProcessEvent[]): Decision => ({ ok: true, events });

/** Why a command cannot be. */
export const reject = (rejection: Rejection): Decision => ({ ok: false, rejection });
