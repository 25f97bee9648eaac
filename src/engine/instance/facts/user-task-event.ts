import type { Id } from '../../../shared/id.js';
import type { JsonObject } from '../../../shared/json.js';
import type { Instant } from '../../../shared/time.js';
import type { RungNotice } from '../../definition/activity-parts.js';
import type { UserTaskInstance } from '../state/process-instance.js';

/** A fact about whose work a task is, or how it is to be done. */
export type UserTaskHandover =
  | {
      readonly type: 'UserTaskAssigned' | 'UserTaskDelegated';
      readonly userTaskId: Id<'UserTask'>;
      readonly node: string;
      readonly name: string;
      readonly assignee: Id<'Actor'>;
      /** Who answers for it; absent: nobody but the assignee. */
      readonly owner?: Id<'Actor'>;
      /** The task's revision after it: makes the word to the assignee one of its own. */
      readonly revision: number;
      readonly by: Id<'Actor'>;
      readonly at: Instant;
    }
  /** The one it was delegated to is done: it is its owner's again. */
  | {
      readonly type: 'UserTaskResolved';
      readonly userTaskId: Id<'UserTask'>;
      readonly node: string;
      readonly assignee: Id<'Actor'>;
      readonly by: Id<'Actor'>;
      readonly at: Instant;
    }
  | {
      readonly type: 'UserTaskProgressed';
      readonly userTaskId: Id<'UserTask'>;
      readonly node: string;
      readonly state: 'assigned' | 'inProgress';
      readonly by: Id<'Actor'>;
      readonly at: Instant;
    }
  /** Its assignee will not do it: it is its candidates' again. */
  | {
      readonly type: 'UserTaskRejected';
      readonly userTaskId: Id<'UserTask'>;
      readonly node: string;
      readonly reason: string;
      readonly by: Id<'Actor'>;
      readonly at: Instant;
    }
  | {
      readonly type: 'UserTaskChanged';
      readonly userTaskId: Id<'UserTask'>;
      readonly node: string;
      readonly change: UserTaskChange;
      readonly by: Id<'Actor'>;
      readonly at: Instant;
    };

/** What a person may change of an open task; null takes it away. */
export interface UserTaskChange {
  readonly priority?: number | null;
  readonly dueAt?: Instant | null;
  readonly followUpAt?: Instant | null;
}

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
  | UserTaskHandover
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
  /** A rung of the ladder was reached while the task was open, its due date came, or its clock still stood: `pause`. */
  | {
      readonly type: 'UserTaskReminded';
      readonly userTaskId: Id<'UserTask'>;
      readonly timerId: Id<'Timer'>;
      readonly node: string;
      readonly name: string;
      readonly kind: 'reminder' | 'escalation' | 'pause';
      readonly to: string;
      readonly notice?: RungNotice;
      /** Who `assignee` was when it rang. */
      readonly assignee?: Id<'Actor'>;
      readonly candidateGroups: readonly string[];
      readonly participation?: string;
      /** Absent where a person or the diagram gave it a due date instead. */
      readonly deadline?: NonNullable<UserTaskInstance['deadline']>;
      readonly at: Instant;
    }
  /** The due date, or the last day of the law, ended while the task was open. */
  | {
      readonly type: 'DeadlineBreached';
      /** Whose time is over: `target` where the law gives more than we do. Absent where nobody asked yet: the due date's. */
      readonly clock?: 'target' | 'legal';
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
