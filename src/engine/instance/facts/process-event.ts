import type { Id } from '../../../shared/id.js';
import type { Json, JsonObject } from '../../../shared/json.js';
import type { Instant } from '../../../shared/time.js';
import type { EventResult, EventTrigger, MessageTarget } from '../../definition/event-definition.js';
import type { JobEvent } from './job-event.js';
import type { OperationEvent } from './operation-event.js';
import type { ElementProgress } from '../state/element-progress.js';
import type {
  CallingActivity,
  CompensationRecord,
  DefinitionPin,
  ElementInstance,
  Incident,
  MessageSubscription,
  Subscription,
  TimerInstance,
  Token,
} from '../state/process-instance.js';
import type { CallEvent } from './call-event.js';
import type { DeadlineEvent } from './deadline-event.js';
import type { UserTaskEvent } from './user-task-event.js';

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
      /** The ended instance that it takes up again. */
      readonly restarts?: Id<'ProcessInstance'>;
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
      readonly step: 'started' | 'completed' | 'terminated';
      readonly result?: Json;
      /** The completion condition held after this body. */
      readonly enough?: true;
      readonly at: Instant;
    }
  /** Somebody gave a multi-instance one body more. */
  | {
      readonly type: 'MultiInstanceExtended';
      readonly elementInstanceId: Id<'ElementInstance'>;
      readonly node: string;
      readonly item: Json;
      readonly by: Id<'Actor'>;
      readonly at: Instant;
    }
  /** Somebody chose what is done next in an ad-hoc sub-process. */
  | {
      readonly type: 'AdHocElementsChosen';
      readonly elementInstanceId: Id<'ElementInstance'>;
      readonly node: string;
      readonly elements: readonly string[];
      readonly by: Id<'Actor'>;
      readonly at: Instant;
    }
  | {
      readonly type: 'VariablesSet';
      readonly elementInstanceId: Id<'ElementInstance'>;
      readonly variables: JsonObject;
      readonly at: Instant;
    }
  | UserTaskEvent
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
  /** The process sends a message; `messageId` is unique, so that it is delivered once. */
  | {
      readonly type: 'MessageThrown';
      readonly messageId: Id<'Message'>;
      readonly node: string;
      readonly message: string;
      readonly correlationKey?: string;
      readonly targets: readonly MessageTarget[];
      readonly variables: JsonObject;
      readonly at: Instant;
    }
  /** The process sends a signal; what waits for it in this instance has heard it in the same decision. */
  | {
      readonly type: 'SignalThrown';
      readonly signalId: Id<'Signal'>;
      readonly node: string;
      readonly signal: string;
      readonly variables: JsonObject;
      readonly at: Instant;
    }
  /** A wait for a signal, a condition or a person's word begins. */
  | {
      readonly type: 'EventSubscribed';
      readonly subscription: Exclude<Subscription, MessageSubscription>;
      readonly at: Instant;
    }
  | {
      readonly type: 'EventOccurred';
      readonly subscriptionId: Id<'Subscription'>;
      readonly node: string;
      readonly variables: JsonObject;
      readonly by: Id<'Actor'>;
      readonly at: Instant;
    }
  | {
      readonly type: 'EventUnsubscribed';
      readonly subscriptionId: Id<'Subscription'>;
      readonly node: string;
      readonly at: Instant;
    }
  /** A watched condition has changed without occurring (it is false again), or was true from the beginning. */
  | {
      readonly type: 'ConditionAsked';
      readonly subscriptionId: Id<'Subscription'>;
      readonly node: string;
      readonly held: boolean;
      readonly at: Instant;
    }
  /** A throw or end event did what it says; for people and traces. */
  | {
      readonly type: 'EventThrown';
      readonly node: string;
      readonly kind: EventResult['kind'];
      /** Name of the message or signal, code of the error or escalation. */
      readonly name?: string;
      readonly tokenId?: Id<'Token'>;
      readonly at: Instant;
    }
  /** A start, catch or boundary event, or a receive task, got what it waited for; for people and traces. */
  | {
      readonly type: 'EventCaught';
      readonly node: string;
      readonly kind: EventTrigger['kind'];
      readonly name?: string;
      readonly at: Instant;
    }
  | {
      readonly type: 'ElementProgressed';
      readonly elementInstanceId: Id<'ElementInstance'>;
      readonly node: string;
      /** The parts that changed, each whole. */
      readonly progress: ElementProgress;
      readonly at: Instant;
    }
  | { readonly type: 'CompensationRecorded'; readonly record: CompensationRecord; readonly at: Instant }
  /** It has been undone, or the scope it stood in has ended. */
  | {
      readonly type: 'CompensationForgotten';
      readonly recordId: Id<'Compensation'>;
      readonly node: string;
      readonly at: Instant;
    }
  | DeadlineEvent
  | JobEvent
  | OperationEvent
  | CallEvent
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
