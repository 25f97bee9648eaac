import type { Id } from '../../shared/id.js';
import type { JsonObject } from '../../shared/json.js';
import type { Instant } from '../../shared/time.js';
import type { UserTaskInstance } from './process-instance.js';

/** A fact about one piece of work that people do. */
export type UserTaskEvent =
  | { readonly type: 'UserTaskCreated'; readonly task: UserTaskInstance; readonly at: Instant }
  | {
      readonly type: 'UserTaskClaimed';
      readonly userTaskId: Id<'UserTask'>;
      readonly node: string;
      readonly by: Id<'Actor'>;
      readonly at: Instant;
    }
  | {
      readonly type: 'UserTaskUnclaimed';
      readonly userTaskId: Id<'UserTask'>;
      readonly node: string;
      readonly by: Id<'Actor'>;
      readonly at: Instant;
    }
  | {
      readonly type: 'UserTaskCompleted';
      readonly userTaskId: Id<'UserTask'>;
      readonly node: string;
      readonly name: string;
      readonly by: Id<'Actor'>;
      readonly variables: JsonObject;
      readonly at: Instant;
    }
  | {
      readonly type: 'UserTaskCancelled';
      readonly userTaskId: Id<'UserTask'>;
      readonly node: string;
      readonly at: Instant;
    }
  /** A rung of the ladder was reached while the task was open: `reminder` or `escalation`. */
  | {
      readonly type: 'UserTaskReminded';
      readonly userTaskId: Id<'UserTask'>;
      readonly timerId: Id<'Timer'>;
      readonly node: string;
      readonly name: string;
      readonly kind: 'reminder' | 'escalation';
      readonly to: string;
      /** Who `assignee` was when it rang. */
      readonly assignee?: Id<'Actor'>;
      readonly candidateGroups: readonly string[];
      readonly participation?: string;
      readonly deadline: NonNullable<UserTaskInstance['deadline']>;
      readonly at: Instant;
    }
  /** The due date ended while the task was open. */
  | {
      readonly type: 'DeadlineBreached';
      readonly userTaskId: Id<'UserTask'>;
      readonly timerId: Id<'Timer'>;
      readonly node: string;
      readonly name: string;
      readonly to: string;
      /** Who `assignee` was when it rang. */
      readonly assignee?: Id<'Actor'>;
      readonly candidateGroups?: readonly string[];
      readonly participation?: string;
      readonly deadline: NonNullable<UserTaskInstance['deadline']>;
      readonly at: Instant;
    };
