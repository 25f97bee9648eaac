import type { Id } from '../../../shared/id.js';
import type { JsonObject } from '../../../shared/json.js';
import type { Instant } from '../../../shared/time.js';
import type { Binding } from '../../definition/activity-parts.js';
import type { CallingActivity, CaughtByCallers } from '../state/process-instance.js';

/** A fact about a process that calls another one, or about one that was called. */
export type CallEvent =
  | {
      readonly type: 'CalledProcessRequested';
      readonly elementInstanceId: Id<'ElementInstance'>;
      readonly node: string;
      readonly calledInstanceId: Id<'ProcessInstance'>;
      readonly calledProcess: string;
      /** Absent: its latest version. */
      readonly binding?: Binding;
      readonly businessKey?: string;
      /** What is caught around the call, and by the callers of this process. */
      readonly catches?: CaughtByCallers;
      readonly variables: JsonObject;
      readonly at: Instant;
    }
  | {
      readonly type: 'CalledProcessCancelled';
      readonly calledInstanceId: Id<'ProcessInstance'>;
      readonly node: string;
      readonly at: Instant;
    }
  /** A called process goes on, but tells its caller of an escalation that only a caller catches. */
  | {
      readonly type: 'EscalatedToCaller';
      readonly escalationId: Id<'Escalation'>;
      readonly node: string;
      readonly code?: string;
      readonly caller: CallingActivity;
      readonly variables: JsonObject;
      readonly at: Instant;
    }
  /** A called process has ended by an error that only a caller catches. */
  | {
      readonly type: 'ProcessInstanceFailed';
      readonly node: string;
      readonly code?: string;
      readonly message?: string;
      readonly caller: CallingActivity;
      /** What the error brings to the caller. */
      readonly thrown: JsonObject;
      /** The process variables at the end. */
      readonly variables: JsonObject;
      readonly at: Instant;
    };
