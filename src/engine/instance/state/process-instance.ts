import type { Id } from '../../../shared/id.js';
import type { JsonObject } from '../../../shared/json.js';
import type { Instant } from '../../../shared/time.js';
import type { TimerCycle } from '../../calendar/misfire.js';
import type { Deadline } from '../../calendar/deadline-dates.js';
import type { RungNotice } from '../../definition/activity-parts.js';
import type { AgendaStep } from './agenda-step.js';
import type { ElementProgress, MultiInstanceProgress } from './element-progress.js';
import type { JobInstance } from './job-instance.js';

/** The version of a definition that an instance runs on, for its whole life unless it is migrated. */
export interface DefinitionPin {
  readonly key: string;
  readonly version: number;
  readonly compilerVersion: number;
}

/** Who acts: a person, or the system itself (`id: 'system'`, no groups). */
export interface Actor {
  readonly id: Id<'Actor'>;
  readonly groups: readonly string[];
}

/** Where a running process came from when another process called it. */
export interface CallingActivity {
  readonly processInstanceId: Id<'ProcessInstance'>;
  readonly elementInstanceId: Id<'ElementInstance'>;
  /** What the caller and its callers catch; what nobody there catches is dealt with where it is thrown. */
  readonly catches?: CaughtByCallers;
}

/** Codes that boundary events and event sub-processes around a call activity catch; `null` catches every code. */
export interface CaughtByCallers {
  readonly errors: readonly (string | null)[];
  readonly escalations: readonly (string | null)[];
}

/** Where the process stands: a token on a node, come by a flow. Tokens waiting at a join are tokens on that gateway. */
export interface Token {
  readonly id: Id<'Token'>;
  /** The element instance of the scope that the token moves in. */
  readonly scopeInstanceId: Id<'ElementInstance'>;
  readonly node: string;
  /** The sequence flow it came by; absent when it was placed (start events, boundary events). */
  readonly via?: string;
  readonly since: Instant;
}

/** Phase of an element instance's life (engine design §2.3); a failed phase can be taken up again. */
export type ElementPhase = 'activating' | 'activated' | 'completing' | 'terminating';

/** A scope or an activity that is alive: it owns variables, timers, subscriptions and tokens. */
export interface ElementInstance {
  readonly id: Id<'ElementInstance'>;
  readonly node: string;
  /** The scope instance it lives in; absent for the process itself. */
  readonly parentId?: Id<'ElementInstance'>;
  /** The token that stands on it; absent for the process itself and for the bodies of a multi-instance. */
  readonly tokenId?: Id<'Token'>;
  readonly phase: ElementPhase;
  readonly variables: JsonObject;
  /** Only for a multi-instance: how far it has come. */
  readonly multiInstance?: MultiInstanceProgress;
  /** Only for one body of a multi-instance: which item it is about, from 0. */
  readonly loopIndex?: number;
  /** Only for a call activity: the instance that was called. */
  readonly calledInstanceId?: Id<'ProcessInstance'>;
  /** What else it must remember while it is alive; absent parts have not been needed yet. */
  readonly progress?: ElementProgress;
}

/** A completed activity that can still be undone (BPMN 2.0.2 §10.7), kept until the scope around it ends. */
export interface CompensationRecord {
  readonly id: Id<'Compensation'>;
  /** The activity that completed. */
  readonly node: string;
  /** The scope instance it completed in. */
  readonly scopeInstanceId: Id<'ElementInstance'>;
  /** The element instance that completed: records of what completed inside it stand under this id. */
  readonly elementInstanceId: Id<'ElementInstance'>;
  /** Only for one body of a loop or multi-instance: which one it was. */
  readonly loopIndex?: number;
  /** The scope's own variables as they were when it completed. */
  readonly variables: JsonObject;
}

/** An open piece of work that waits for a person. */
export interface UserTaskInstance {
  readonly id: Id<'UserTask'>;
  readonly elementInstanceId: Id<'ElementInstance'>;
  readonly node: string;
  readonly name: string;
  readonly state: 'created' | 'assigned' | 'inProgress';
  readonly candidateGroups: readonly string[];
  /** People who may take it beside the groups. */
  readonly candidateUsers?: readonly string[];
  readonly assignee?: Id<'Actor'>;
  /** Who answers for it while somebody else does it, and afterwards. */
  readonly owner?: Id<'Actor'>;
  /** The assignee does it for the owner, and gives it back by resolving it. */
  readonly delegated?: true;
  /** Why it last came back to its candidates. */
  readonly rejection?: { readonly by: Id<'Actor'>; readonly reason: string };
  /** Higher is more urgent. */
  readonly priority?: number;
  /** When it should be done, where the diagram or a person says so without a register deadline. */
  readonly dueAt?: Instant;
  readonly followUpAt?: Instant;
  /** What the diagram tells the person who does it. */
  readonly description?: string;
  readonly form?: string;
  readonly participation?: string;
  readonly deadline?: Deadline;
  /** That its due date has passed has been said. */
  readonly breached?: true;
  /** That the last day of the law has passed has been said. */
  readonly legallyBreached?: true;
  readonly createdAt: Instant;
  /** Counts the changes of this task, from 1; a caller may insist on the one it has seen. */
  readonly revision: number;
}

/**
 * What a timer is for; `event` moves tokens, the others only speak: `legal-breach` where the law gives more time than we do,
 * `pause` while the clock of a task stands.
 */
export type TimerPurpose = 'event' | 'reminder' | 'escalation' | 'breach' | 'legal-breach' | 'pause';

/** That somebody set a timer to another time, and why. */
export interface TimerChange {
  /** When it would have rung by the diagram. */
  readonly drawnAt: Instant;
  readonly reason: string;
  readonly by: Id<'Actor'>;
  readonly at: Instant;
}

/** An alarm that is set. It rings once, never before `dueAt` by the database's clock. */
export interface TimerInstance {
  readonly id: Id<'Timer'>;
  readonly elementInstanceId: Id<'ElementInstance'>;
  /** The timer event's node, or the user task's node for a rung or a breach. */
  readonly node: string;
  /** Only for one trigger of a multiple event: its number, from 0. */
  readonly part?: number;
  readonly purpose: TimerPurpose;
  readonly dueAt: Instant;
  /** Counts the rings of a cycle, from 1. */
  readonly occurrence: number;
  /** Present when the diagram gave a register deadline. */
  readonly deadline?: Deadline;
  /** Only while the clock of its deadline stands: it does not ring. */
  readonly heldSince?: Instant;
  readonly userTaskId?: Id<'UserTask'>;
  /** Who hears a reminder, an escalation or a breach. */
  readonly to?: string;
  /** How a reminder or an escalation is said, where its rung says so. */
  readonly notice?: RungNotice;
  /** How many more times a cycle rings after this one; absent when it is endless or no cycle. */
  readonly repeatsLeft?: number;
  /** Only where somebody has set this ring to another time: the last to do so. */
  readonly changed?: TimerChange;
  /** Only for a timer that rings again: the cycle as it was read when it was first set. */
  readonly cycle?: TimerCycle;
}

interface SubscriptionBase {
  readonly id: Id<'Subscription'>;
  readonly elementInstanceId: Id<'ElementInstance'>;
  /** The event, receive task or activity that waits. */
  readonly node: string;
  /** Only for one trigger of a multiple event: its number, from 0. */
  readonly part?: number;
}

/** A message that is awaited. */
export interface MessageSubscription extends SubscriptionBase {
  readonly kind: 'message';
  readonly message: string;
  readonly correlationKey?: string;
}

/** A signal that is awaited; every subscription of its name hears it. */
export interface SignalSubscription extends SubscriptionBase {
  readonly kind: 'signal';
  readonly signal: string;
}

/** A condition that is watched. */
export interface ConditionSubscription extends SubscriptionBase {
  readonly kind: 'condition';
  /** Whether it held when it was last asked: only a change to true occurs. */
  readonly held: boolean;
}

/** Something that only a `TriggerElement` command lets go on, such as a manual task that waits. */
export interface ManualSubscription extends SubscriptionBase {
  readonly kind: 'manual';
}

/** Something outside, or a condition, that an element waits for. */
export type Subscription = MessageSubscription | SignalSubscription | ConditionSubscription | ManualSubscription;

/** Why an instance is stuck. `EFFECT_FAILED` is not the engine's: what an instance asked of the outside was given up there. */
export type IncidentCode =
  | 'EXPRESSION'
  | 'NO_FLOW'
  | 'LOOP_LIMIT'
  | 'JOB_FAILED'
  | 'UNKNOWN_RULE'
  | 'UNKNOWN_PROCESS'
  | 'CALL_CANCELLED'
  | 'UNCAUGHT_ERROR'
  | 'MI_LIMIT'
  | 'DECISION'
  | 'STUCK'
  | 'UNTOUCHED'
  | 'EFFECT_FAILED';

/** The process is stuck at an element and says why; resolving it runs the same phase again. */
export interface Incident {
  readonly id: Id<'Incident'>;
  readonly elementInstanceId: Id<'ElementInstance'>;
  readonly node: string;
  readonly code: IncidentCode;
  /** One English sentence: what was expected, what was there. */
  readonly message: string;
  readonly jobId?: Id<'Job'>;
  /** What was still to do when it was raised: taken up, in this order, when it is resolved. */
  readonly pending?: readonly AgendaStep[];
}

/**
 * A running or ended case: live state only, so its size does not grow with its past.
 * Built by `evolve` from events and by nothing else; plain data once `serializeInstance` has written it.
 */
export interface ProcessInstance {
  readonly id: Id<'ProcessInstance'>;
  readonly definition: DefinitionPin;
  readonly businessKey?: string;
  readonly title: string;
  readonly subject?: Id<'Actor'>;
  readonly caller?: CallingActivity;
  readonly state: 'active' | 'completed' | 'cancelled';
  /** Only while it is suspended: nothing goes on but by resuming or cancelling it. */
  readonly suspended?: true;
  readonly startedAt: Instant;
  readonly endedAt?: Instant;
  /** Number of events folded in so far; also the sequence number of the last journal row. */
  readonly revision: number;
  /** Last number used for an id inside this instance; ids are `<instance>-<number>`. */
  readonly lastId: number;
  readonly tokens: ReadonlyMap<Id<'Token'>, Token>;
  readonly elements: ReadonlyMap<Id<'ElementInstance'>, ElementInstance>;
  readonly userTasks: ReadonlyMap<Id<'UserTask'>, UserTaskInstance>;
  readonly timers: ReadonlyMap<Id<'Timer'>, TimerInstance>;
  readonly subscriptions: ReadonlyMap<Id<'Subscription'>, Subscription>;
  readonly jobs: ReadonlyMap<Id<'Job'>, JobInstance>;
  readonly incidents: ReadonlyMap<Id<'Incident'>, Incident>;
  readonly compensations: ReadonlyMap<Id<'Compensation'>, CompensationRecord>;
  /** Process variables at the end; while the instance is active they live in the root element instance. */
  readonly finalVariables?: JsonObject;
}
