import type { Id } from '../../shared/id.js';
import type { Json, JsonObject } from '../../shared/json.js';
import type { Instant } from '../../shared/time.js';
import type {
  CallingActivity,
  DefinitionPin,
  ElementInstance,
  Incident,
  JobInstance,
  MessageSubscription,
  TimerInstance,
  Token,
  UserTaskInstance,
} from './process-instance.js';

/**
 * A fact about one process instance. The list of them is the journal, the audit trail and the replay test at once:
 * folding all of them with `evolve` gives the stored snapshot.
 */
export type ProcessEvent =
  | {
      readonly type: 'ProcessInstanceStarted';
      readonly processInstanceId: Id<'ProcessInstance'>;
      readonly definition: DefinitionPin;
      readonly title: string;
      readonly subject?: Id<'Actor'>;
      readonly businessKey?: string;
      readonly caller?: CallingActivity;
      /** The root element instance with the start variables. */
      readonly root: ElementInstance;
      readonly by: Id<'Actor'>;
      readonly at: Instant;
    }
  | { readonly type: 'TokenCreated'; readonly token: Token; readonly at: Instant }
  | {
      readonly type: 'TokenMoved';
      readonly tokenId: Id<'Token'>;
      readonly node: string;
      readonly via: string;
      readonly at: Instant;
    }
  | { readonly type: 'TokenConsumed'; readonly tokenId: Id<'Token'>; readonly node: string; readonly at: Instant }
  /** A token has come to a node: once per arrival, what traces, stages and phases are read from. */
  | {
      readonly type: 'NodeEntered';
      readonly node: string;
      readonly tokenId: Id<'Token'>;
      readonly at: Instant;
    }
  | { readonly type: 'NodeCompleted'; readonly node: string; readonly tokenId: Id<'Token'>; readonly at: Instant }
  | { readonly type: 'ElementActivated'; readonly element: ElementInstance; readonly at: Instant }
  | {
      readonly type: 'ElementPhaseChanged';
      readonly elementInstanceId: Id<'ElementInstance'>;
      readonly phase: ElementInstance['phase'];
      readonly at: Instant;
    }
  | {
      readonly type: 'ElementEnded';
      readonly elementInstanceId: Id<'ElementInstance'>;
      readonly node: string;
      readonly how: 'completed' | 'terminated';
      readonly at: Instant;
    }
  | {
      readonly type: 'MultiInstanceProgressed';
      readonly elementInstanceId: Id<'ElementInstance'>;
      readonly loopIndex: number;
      readonly step: 'started' | 'completed';
      readonly result?: Json;
      /** The completion condition held after this body. */
      readonly enough?: true;
      readonly at: Instant;
    }
  | {
      readonly type: 'VariablesSet';
      readonly elementInstanceId: Id<'ElementInstance'>;
      readonly variables: JsonObject;
      readonly at: Instant;
    }
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
    }
  | { readonly type: 'TimerScheduled'; readonly timer: TimerInstance; readonly at: Instant }
  | { readonly type: 'TimerFired'; readonly timerId: Id<'Timer'>; readonly node: string; readonly at: Instant }
  | { readonly type: 'TimerCancelled'; readonly timerId: Id<'Timer'>; readonly node: string; readonly at: Instant }
  | { readonly type: 'MessageSubscribed'; readonly subscription: MessageSubscription; readonly at: Instant }
  | {
      readonly type: 'MessageCorrelated';
      readonly subscriptionId: Id<'Subscription'>;
      readonly node: string;
      readonly message: string;
      readonly variables: JsonObject;
      readonly by: Id<'Actor'>;
      readonly at: Instant;
    }
  | {
      readonly type: 'MessageUnsubscribed';
      readonly subscriptionId: Id<'Subscription'>;
      readonly node: string;
      readonly at: Instant;
    }
  | {
      readonly type: 'JobCreated';
      readonly job: JobInstance;
      /** What the activity sees: the inputs if it maps any, else every variable in sight. */
      readonly variables: JsonObject;
      readonly at: Instant;
    }
  | {
      readonly type: 'JobCompleted';
      readonly jobId: Id<'Job'>;
      readonly node: string;
      readonly jobType: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly variables: JsonObject;
      readonly at: Instant;
    }
  | {
      readonly type: 'JobFailed';
      readonly jobId: Id<'Job'>;
      readonly node: string;
      readonly message: string;
      readonly at: Instant;
    }
  | { readonly type: 'JobCancelled'; readonly jobId: Id<'Job'>; readonly node: string; readonly at: Instant }
  | {
      readonly type: 'CalledProcessRequested';
      readonly elementInstanceId: Id<'ElementInstance'>;
      readonly node: string;
      readonly calledInstanceId: Id<'ProcessInstance'>;
      readonly calledProcess: string;
      readonly variables: JsonObject;
      readonly at: Instant;
    }
  | {
      readonly type: 'CalledProcessCancelled';
      readonly calledInstanceId: Id<'ProcessInstance'>;
      readonly node: string;
      readonly at: Instant;
    }
  | { readonly type: 'IncidentRaised'; readonly incident: Incident; readonly at: Instant }
  | {
      readonly type: 'IncidentResolved';
      readonly incidentId: Id<'Incident'>;
      readonly node: string;
      readonly by: Id<'Actor'>;
      readonly at: Instant;
    }
  | {
      readonly type: 'ProcessInstanceCompleted';
      readonly variables: JsonObject;
      readonly caller?: CallingActivity;
      readonly at: Instant;
    }
  | {
      readonly type: 'ProcessInstanceCancelled';
      readonly reason: string;
      readonly by: Id<'Actor'>;
      readonly variables: JsonObject;
      readonly caller?: CallingActivity;
      readonly at: Instant;
    };
