import type { Id } from '../../shared/id.js';
import type { JsonObject } from '../../shared/json.js';
import type { Instant } from '../../shared/time.js';
import type { Actor, CallingActivity } from './process-instance.js';

interface CommandBase {
  readonly actor: Actor;
  /** When it happens: the database's clock, set by the store. */
  readonly at: Instant;
}

/** Starts an instance of the definition it is decided with. */
export interface StartProcessInstance extends CommandBase {
  readonly type: 'StartProcessInstance';
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly variables: JsonObject;
  readonly businessKey?: string;
  /** The start event that occurred; absent: the only none start event. */
  readonly startEvent?: string;
  readonly caller?: CallingActivity;
}

/** Makes the actor the one who does a task; only members of its candidate groups may. */
export interface ClaimUserTask extends CommandBase {
  readonly type: 'ClaimUserTask';
  readonly userTaskId: Id<'UserTask'>;
  readonly expectedRevision?: number;
}

/** Gives a claimed task back to its candidate groups. */
export interface UnclaimUserTask extends CommandBase {
  readonly type: 'UnclaimUserTask';
  readonly userTaskId: Id<'UserTask'>;
  readonly expectedRevision?: number;
}

/** Says that a task is done, with its results; only its assignee may. */
export interface CompleteUserTask extends CommandBase {
  readonly type: 'CompleteUserTask';
  readonly userTaskId: Id<'UserTask'>;
  readonly variables: JsonObject;
  readonly expectedRevision?: number;
}

/** Says that a timer's due time has passed by the database's clock. */
export interface TriggerTimer extends CommandBase {
  readonly type: 'TriggerTimer';
  readonly timerId: Id<'Timer'>;
}

/** Delivers a message to one waiting subscription. */
export interface CorrelateMessage extends CommandBase {
  readonly type: 'CorrelateMessage';
  readonly subscriptionId: Id<'Subscription'>;
  readonly variables: JsonObject;
}

/** Gives a service task its result. */
export interface CompleteJob extends CommandBase {
  readonly type: 'CompleteJob';
  readonly jobId: Id<'Job'>;
  readonly variables: JsonObject;
}

/** Says that a handler has given up on a job; raises an incident. */
export interface FailJob extends CommandBase {
  readonly type: 'FailJob';
  readonly jobId: Id<'Job'>;
  readonly message: string;
}

/** Tells a call activity that the process it called has ended. */
export interface CompleteCalledProcess extends CommandBase {
  readonly type: 'CompleteCalledProcess';
  readonly elementInstanceId: Id<'ElementInstance'>;
  /** Whose end it is; one that the call no longer waits for is refused. Absent: the one it waits for. */
  readonly calledInstanceId?: Id<'ProcessInstance'>;
  readonly variables: JsonObject;
}

/** Tells a call activity that the process it asked for cannot be started, or ended before its time; raises an incident. */
export interface FailCalledProcess extends CommandBase {
  readonly type: 'FailCalledProcess';
  readonly elementInstanceId: Id<'ElementInstance'>;
  /** Whose end it is; one that the call no longer waits for is refused. Absent: the one it waits for. */
  readonly calledInstanceId?: Id<'ProcessInstance'>;
  /** Absent: it cannot be started. */
  readonly code?: 'UNKNOWN_PROCESS' | 'CALL_CANCELLED';
  readonly message: string;
}

/** Runs again what raised an incident, with changed variables if given. */
export interface ResolveIncident extends CommandBase {
  readonly type: 'ResolveIncident';
  readonly incidentId: Id<'Incident'>;
  readonly variables?: JsonObject;
}

/** Ends an instance before its time; everything open in it is terminated. */
export interface CancelProcessInstance extends CommandBase {
  readonly type: 'CancelProcessInstance';
  readonly reason: string;
}

/** What somebody wants to happen to one process instance. Imperative; may be refused. */
export type Command =
  | StartProcessInstance
  | ClaimUserTask
  | UnclaimUserTask
  | CompleteUserTask
  | TriggerTimer
  | CorrelateMessage
  | CompleteJob
  | FailJob
  | CompleteCalledProcess
  | FailCalledProcess
  | ResolveIncident
  | CancelProcessInstance;
