import type { Id } from '../../../shared/id.js';
import type { JsonObject } from '../../../shared/json.js';
import type { BodyCommand } from './body-command.js';
import type { CommandBase } from './command-base.js';
import type { DeadlineCommand } from './deadline-command.js';
import type { EventCommand } from './event-command.js';
import type { JobCommand } from './job-command.js';
import type { OperationCommand, StartInstruction } from './operation-command.js';
import type { CallingActivity } from '../state/process-instance.js';
import type { UserTaskCommand } from './user-task-command.js';

/** Starts an instance of the definition it is decided with. */
export interface StartProcessInstance extends CommandBase {
  readonly type: 'StartProcessInstance';
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly variables: JsonObject;
  readonly businessKey?: string;
  /**
   * The start event that occurred, or the receive task or event behind a gateway that begins the process; absent: the
   * first none start event. Whoever starts an instance knows that it occurred: for a parallel multiple event that is when
   * all its triggers have come, and `variables` are what they brought together.
   */
  readonly startEvent?: string;
  /** Where it begins instead: anywhere in the diagram, with the scopes around made for it. */
  readonly startAt?: readonly StartInstruction[];
  /** The ended instance that this one takes up again. */
  readonly restarts?: Id<'ProcessInstance'>;
  /** Why an operator takes one up again; kept as a fact of its own, `ReasonGiven`. */
  readonly reason?: string;
  readonly caller?: CallingActivity;
}

/** Says that a timer's due time has passed by the database's clock. */
export interface TriggerTimer extends CommandBase {
  readonly type: 'TriggerTimer';
  readonly timerId: Id<'Timer'>;
  /** Rings though its time has not come: an operator's or a tester's word. */
  readonly early?: true;
}

/** Delivers a message to one waiting subscription. */
export interface CorrelateMessage extends CommandBase {
  readonly type: 'CorrelateMessage';
  readonly subscriptionId: Id<'Subscription'>;
  readonly variables: JsonObject;
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
  /** Only for a job that failed: how often it may be tried now; absent: as often as from the beginning. */
  readonly retries?: number;
}

/** Ends an instance before its time; everything open in it is terminated. */
export interface CancelProcessInstance extends CommandBase {
  readonly type: 'CancelProcessInstance';
  readonly reason: string;
}

/** What somebody wants to happen to one process instance. Imperative; may be refused. */
export type Command =
  | StartProcessInstance
  | TriggerTimer
  | CorrelateMessage
  | CompleteCalledProcess
  | FailCalledProcess
  | EventCommand
  | ResolveIncident
  | CancelProcessInstance
  | UserTaskCommand
  | DeadlineCommand
  | JobCommand
  | BodyCommand
  | OperationCommand;
