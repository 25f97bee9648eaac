import type { Id } from '../../../shared/id.js';
import type { JsonObject } from '../../../shared/json.js';
import type { Instant } from '../../../shared/time.js';
import type { CommandBase } from './command-base.js';

/** What an operator does by hand may say why: it is kept as a fact of its own, `ReasonGiven`. Whether a reason is required is the host's to say. */
export interface OperatorCommand extends CommandBase {
  /** In the words of the one who does it. */
  readonly reason?: string;
}

/** Lets nothing go on until the instance is resumed: every command is refused but this one's opposite, a cancellation and a look at it. */
export interface SuspendProcessInstance extends OperatorCommand {
  readonly type: 'SuspendProcessInstance';
}

/** Lets a suspended instance go on; alarms that would have rung ring now. */
export interface ResumeProcessInstance extends OperatorCommand {
  readonly type: 'ResumeProcessInstance';
}

/** Writes variables into one scope as they are, whatever the scopes around it hold. */
export interface SetVariables extends OperatorCommand {
  readonly type: 'SetVariables';
  /** The element instance that they are to belong to; absent: the process. */
  readonly elementInstanceId?: Id<'ElementInstance'>;
  readonly variables: JsonObject;
}

/** Sets one ring of a timer event to another time, earlier or later; a cycle keeps its own beat after it. */
export interface ChangeTimer extends CommandBase {
  readonly type: 'ChangeTimer';
  readonly timerId: Id<'Timer'>;
  /** When it is to ring: later than now. */
  readonly dueAt: Instant;
  /** Why, in the words of the one who changes it. */
  readonly reason: string;
}

/** Where a token is put by hand. */
export interface StartInstruction {
  readonly node: string;
  /** Whether the node itself runs, or only what comes after it; absent: it runs. */
  readonly place?: 'before' | 'after';
  /** Which living scope to start in; needed only where several are alive. */
  readonly scopeInstanceId?: Id<'ElementInstance'>;
  /** Seen from where it starts: a scope that has one keeps it, a new one belongs to the innermost scope. */
  readonly variables?: JsonObject;
}

/** What is taken away by hand. */
export type CancelInstruction =
  | { readonly tokenId: Id<'Token'> }
  | { readonly elementInstanceId: Id<'ElementInstance'> }
  /** Every token and element on it. */
  | { readonly node: string };

/** Takes tokens away and puts others elsewhere: all of it, or nothing (as Camunda's process instance modification). */
export interface ModifyProcessInstance extends OperatorCommand {
  readonly type: 'ModifyProcessInstance';
  readonly cancel: readonly CancelInstruction[];
  readonly start: readonly StartInstruction[];
}

/** Lets an instance go on with another version: the one that the decision's world gives as `target`. */
export interface MigrateProcessInstance extends OperatorCommand {
  readonly type: 'MigrateProcessInstance';
  /** Node id of the old version to node id of the new one; a node that is not named keeps its id. */
  readonly mapping: Readonly<Record<string, string>>;
}

/** Says that nothing will bring an instance on (invariant W): an incident, unless somebody owns its next step. */
export interface ReportUntouched extends CommandBase {
  readonly type: 'ReportUntouched';
}

/** Says that somebody has looked at the case; nothing in it moves. */
export interface LookAtCase extends CommandBase {
  readonly type: 'LookAtCase';
  /** The note that was written about it; its text is kept beside the case, never in it. */
  readonly noteId: Id<'AttentionNote'>;
}

/** What operators, those who have the case, and the watch do to an instance as a whole. */
export type OperationCommand =
  | ReportUntouched
  | LookAtCase
  | SuspendProcessInstance
  | ResumeProcessInstance
  | SetVariables
  | ChangeTimer
  | ModifyProcessInstance
  | MigrateProcessInstance;
