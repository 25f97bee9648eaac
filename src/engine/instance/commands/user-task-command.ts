import type { Id } from '../../../shared/id.js';
import type { JsonObject } from '../../../shared/json.js';
import type { CommandBase } from './command-base.js';
import type { UserTaskChange } from '../facts/user-task-event.js';

interface UserTaskCommandBase extends CommandBase {
  readonly userTaskId: Id<'UserTask'>;
  /** Insists on the task as the caller has seen it. */
  readonly expectedRevision?: number;
}

/** Makes the actor the one who does a task; only its candidates may. */
export interface ClaimUserTask extends UserTaskCommandBase {
  readonly type: 'ClaimUserTask';
}

/** Gives a claimed task back to its candidates. */
export interface UnclaimUserTask extends UserTaskCommandBase {
  readonly type: 'UnclaimUserTask';
}

/** Gives a task to somebody, whoever had it; its candidates, its assignee and its owner may, and operators. */
export interface AssignUserTask extends UserTaskCommandBase {
  readonly type: 'AssignUserTask';
  readonly assignee: Id<'Actor'>;
}

/** Lets somebody else do a task that the actor goes on answering for. */
export interface DelegateUserTask extends UserTaskCommandBase {
  readonly type: 'DelegateUserTask';
  readonly to: Id<'Actor'>;
}

/** Gives a delegated task back to its owner, with what was found out. */
export interface ResolveUserTask extends UserTaskCommandBase {
  readonly type: 'ResolveUserTask';
  readonly variables?: JsonObject;
}

/** Says that the actor has begun with a task. */
export interface StartUserTask extends UserTaskCommandBase {
  readonly type: 'StartUserTask';
}

/** Says that the actor has laid a task aside. */
export interface StopUserTask extends UserTaskCommandBase {
  readonly type: 'StopUserTask';
}

/** Says why the actor will not do a task; it goes back to its candidates. */
export interface RejectUserTask extends UserTaskCommandBase {
  readonly type: 'RejectUserTask';
  readonly reason: string;
}

/** Changes how urgent a task is, or its dates. */
export interface ChangeUserTask extends UserTaskCommandBase {
  readonly type: 'ChangeUserTask';
  readonly change: UserTaskChange;
}

/** Says that a task is done, with its results; only its assignee may, or an operator whoever has it. */
export interface CompleteUserTask extends UserTaskCommandBase {
  readonly type: 'CompleteUserTask';
  readonly variables: JsonObject;
}

/** What people do with their tasks. */
export type UserTaskCommand =
  | ClaimUserTask
  | UnclaimUserTask
  | AssignUserTask
  | DelegateUserTask
  | ResolveUserTask
  | StartUserTask
  | StopUserTask
  | RejectUserTask
  | ChangeUserTask
  | CompleteUserTask;
