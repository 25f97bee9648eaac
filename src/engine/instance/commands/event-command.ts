import type { Id } from '../../../shared/id.js';
import type { JsonObject } from '../../../shared/json.js';
import type { CommandBase } from './command-base.js';

/** Says that the work of a job or a user task ended in an error of the business (BPMN 2.0.2 §10.5.6). */
export interface ThrowError extends CommandBase {
  readonly type: 'ThrowError';
  /** Exactly one of `jobId` and `userTaskId` says whose work it is. */
  readonly jobId?: Id<'Job'>;
  readonly userTaskId?: Id<'UserTask'>;
  readonly code: string;
  /** Of the worker's lease, as when it completes the job. */
  readonly fencingToken?: number;
  readonly message?: string;
  readonly variables?: JsonObject;
}

/** Says that somebody should hear of something while a job or a user task goes on (BPMN 2.0.2 §10.5.6). */
export interface Escalate extends CommandBase {
  readonly type: 'Escalate';
  /** Exactly one of `jobId` and `userTaskId` says whose work it is. */
  readonly jobId?: Id<'Job'>;
  readonly userTaskId?: Id<'UserTask'>;
  readonly code: string;
  /** Of the worker's lease, as when it completes the job. */
  readonly fencingToken?: number;
  readonly variables?: JsonObject;
}

/** Tells a call activity that the process it called ended by an error. */
export interface ThrowErrorInCaller extends CommandBase {
  readonly type: 'ThrowErrorInCaller';
  readonly elementInstanceId: Id<'ElementInstance'>;
  readonly calledInstanceId?: Id<'ProcessInstance'>;
  /** Absent: only what catches every error catches it. */
  readonly code?: string;
  readonly message?: string;
  readonly variables: JsonObject;
}

/** Tells a call activity of an escalation in the process it called. */
export interface EscalateInCaller extends CommandBase {
  readonly type: 'EscalateInCaller';
  readonly elementInstanceId: Id<'ElementInstance'>;
  readonly calledInstanceId?: Id<'ProcessInstance'>;
  readonly code?: string;
  readonly variables: JsonObject;
}

/** Tells an instance of a signal: everything in it that waits for the name hears it. */
export interface ReceiveSignal extends CommandBase {
  readonly type: 'ReceiveSignal';
  readonly signal: string;
  readonly variables: JsonObject;
}

/** Lets something that waits go on without what it waits for: an event, a timer, a condition, a manual task. */
export interface TriggerElement extends CommandBase {
  readonly type: 'TriggerElement';
  /** The element instance that waits; an event on its edge is named by `node` beside it. */
  readonly elementInstanceId?: Id<'ElementInstance'>;
  /** The event, receive task or manual task that waits. */
  readonly node?: string;
  readonly variables: JsonObject;
}

/** What happens to a process that nobody's work brings about. */
export type EventCommand =
  ThrowError | Escalate | ThrowErrorInCaller | EscalateInCaller | ReceiveSignal | TriggerElement;
