import type { Id } from '../../../shared/id.js';
import type { Instant } from '../../../shared/time.js';
import type { DefinitionPin } from '../state/process-instance.js';

/** A fact about what an operator did to a whole instance, or whoever has it. */
export type OperationEvent =
  | { readonly type: 'ProcessInstanceSuspended'; readonly by: Id<'Actor'>; readonly at: Instant }
  | {
      readonly type: 'ProcessInstanceResumed';
      /** Alarms whose time came while it was suspended: they ring now. */
      readonly overdue: readonly { readonly timerId: Id<'Timer'>; readonly dueAt: Instant }[];
      readonly by: Id<'Actor'>;
      readonly at: Instant;
    }
  /** Somebody looked at the case; what they wrote is kept beside it, under `noteId`. */
  | {
      readonly type: 'CaseLookedAt';
      readonly noteId: Id<'AttentionNote'>;
      readonly by: Id<'Actor'>;
      readonly at: Instant;
    }
  /** Why somebody did by hand what the events around it say. */
  | {
      readonly type: 'ReasonGiven';
      /** The command that was given. */
      readonly command: 'restart' | 'suspend' | 'resume' | 'set-variables' | 'modify' | 'migrate';
      readonly reason: string;
      readonly by: Id<'Actor'>;
      readonly at: Instant;
    }
  /** One ring of a timer event was set to another time by hand. */
  | {
      readonly type: 'TimerChanged';
      readonly timerId: Id<'Timer'>;
      readonly node: string;
      /** When it would have rung. */
      readonly before: Instant;
      readonly dueAt: Instant;
      readonly reason: string;
      readonly by: Id<'Actor'>;
      readonly at: Instant;
    }
  /** Tokens were taken away and put elsewhere by hand; what follows from it stands in the events around it. */
  | {
      readonly type: 'ProcessInstanceModified';
      readonly cancelled: readonly string[];
      readonly started: readonly string[];
      readonly by: Id<'Actor'>;
      readonly at: Instant;
    }
  /** The instance goes on with another version; each node that it stands on is that node of the new version. */
  | {
      readonly type: 'ProcessInstanceMigrated';
      readonly definition: DefinitionPin;
      /** Nodes and flows whose id is another one now; every other id stays what it is. */
      readonly renamed: Readonly<Record<string, string>>;
      readonly by: Id<'Actor'>;
      readonly at: Instant;
    };
