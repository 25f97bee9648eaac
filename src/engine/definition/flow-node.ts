import type { Period } from '../../shared/time.js';

/** FEEL source as written in the diagram, without the leading `=`; compiled once per definition by engine/machine. */
export type FeelSource = string;

/** A value copied into or out of an activity (BPMN 2.0.2 §10.4.2): FEEL `source` is written to variable `target`. */
export interface Mapping {
  readonly source: FeelSource;
  readonly target: string;
}

/** One rung of a reminder ladder, counted in days from the deadline's due date, rung at 08:00 Europe/Oslo. */
export interface LadderRung {
  readonly kind: 'reminder' | 'escalation';
  /** Signed ISO period from the due date: `-P7D` is a week before, `P0D` the day itself, `P1D` the day after. */
  readonly offset: Period;
  /** `assignee` (the candidate groups while nobody is assigned), or the name of a group. */
  readonly to: string;
}

/** The deadline of a user task or of a timer: a rule of the deadline register and the day it runs from. */
export interface DeadlineUse {
  /** Id in the deadline register, e.g. `D02` (domain register §3.2). */
  readonly rule: string;
  /** FEEL giving an ISO date or instant; absent: the day on which the element is activated. */
  readonly from?: FeelSource;
  /** Rungs drawn in the diagram; absent: the ladder of the rule itself. */
  readonly ladder?: readonly LadderRung[];
}

/** A participation checkpoint (medvirkningspunkt) that a user task stands for, e.g. `MP-B4`. */
export interface ParticipationUse {
  /** The code as it is written, or FEEL that begins with `=` where the process is told which checkpoint it serves. */
  readonly code: string;
}

/** When a timer event occurs (BPMN 2.0.2 §10.5.5.14). Zone: Europe/Oslo for everything without an offset. */
export type TimerSchedule =
  | { readonly kind: 'date'; readonly expression: FeelSource }
  | { readonly kind: 'duration'; readonly expression: FeelSource }
  | { readonly kind: 'cycle'; readonly expression: FeelSource; readonly rounding?: 'forward' | 'backward' }
  | { readonly kind: 'deadline'; readonly deadline: DeadlineUse; readonly shift?: Period };

/** What makes a start, catch or boundary event occur (BPMN 2.0.2 §10.5.5). */
export type EventTrigger =
  | { readonly kind: 'none' }
  | { readonly kind: 'timer'; readonly schedule: TimerSchedule }
  | { readonly kind: 'message'; readonly message: string; readonly correlationKey?: FeelSource };

/** One instance of the activity for each item of a list (BPMN 2.0.2 §13.3.7). */
export interface MultiInstance {
  readonly sequential: boolean;
  readonly collection: FeelSource;
  readonly elementVariable: string;
  readonly outputCollection?: string;
  readonly outputElement?: FeelSource;
  readonly completionCondition?: FeelSource;
}

/** What read models are told by the diagram; the engine itself never looks at it. */
export interface ReadModelHint {
  /** Stage 1–9 of the applicant's journey that begins when this node is entered. */
  readonly stage?: number;
  /** Phase 1–8 of a housing project that begins when this node is entered. */
  readonly phase?: number;
}

interface FlowNodeBase {
  readonly id: string;
  readonly name: string;
  /** The scope (process or sub-process) that the node stands in. */
  readonly scope: string;
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
  readonly hint: ReadModelHint;
  /** Text of bpmn:documentation, shown to people who do the work. */
  readonly documentation?: string;
}

interface ActivityBase extends FlowNodeBase {
  readonly inputs: readonly Mapping[];
  readonly outputs: readonly Mapping[];
  readonly boundaryEvents: readonly string[];
  readonly defaultFlow?: string;
  readonly multiInstance?: MultiInstance;
}

/** Where a process or sub-process begins (BPMN 2.0.2 §10.5.2). */
export interface StartEvent extends FlowNodeBase {
  readonly kind: 'startEvent';
  readonly trigger: EventTrigger;
}

/** Where a way ends: consumes the token (BPMN 2.0.2 §10.5.3). */
export interface EndEvent extends FlowNodeBase {
  readonly kind: 'endEvent';
}

/** Work for a person, found in an inbox (BPMN 2.0.2 §10.3.3). */
export interface UserTask extends ActivityBase {
  readonly kind: 'userTask';
  readonly candidateGroups: readonly string[];
  /** FEEL giving the id of the person who gets the task at once. */
  readonly assignee?: FeelSource;
  /** FEEL giving what this one task is called; where it gives no text, the task is called what its node is. */
  readonly title?: FeelSource;
  readonly form?: string;
  readonly deadline?: DeadlineUse;
  readonly participation?: ParticipationUse;
}

/** Work for a handler of its job type (BPMN 2.0.2 §10.3.3). */
export interface ServiceTask extends ActivityBase {
  readonly kind: 'serviceTask';
  readonly jobType: string;
  /** Constants for the handler, e.g. which letter to send. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Work that the engine does not follow: the token passes (BPMN 2.0.2 §10.3.3). */
export interface ManualTask extends ActivityBase {
  readonly kind: 'manualTask';
}

/** A task without a type: the token passes (BPMN 2.0.2 §10.3.3). */
export interface NoneTask extends ActivityBase {
  readonly kind: 'task';
}

/** A choice of one way, or a place where ways meet (BPMN 2.0.2 §10.6.2). */
export interface ExclusiveGateway extends FlowNodeBase {
  readonly kind: 'exclusiveGateway';
  readonly defaultFlow?: string;
}

/** All ways at once, and the wait until all have come (BPMN 2.0.2 §10.6.4). */
export interface ParallelGateway extends FlowNodeBase {
  readonly kind: 'parallelGateway';
}

/** A wait for a timer or a message in the flow (BPMN 2.0.2 §10.5.4). */
export interface IntermediateCatchEvent extends FlowNodeBase {
  readonly kind: 'intermediateCatchEvent';
  readonly trigger: EventTrigger;
}

/** A timer or a message that occurs while an activity is under way (BPMN 2.0.2 §10.5.4). */
export interface BoundaryEvent extends FlowNodeBase {
  readonly kind: 'boundaryEvent';
  readonly attachedTo: string;
  readonly interrupting: boolean;
  readonly trigger: EventTrigger;
}

/** An embedded process with a scope of its own (BPMN 2.0.2 §10.3.5). */
export interface SubProcess extends ActivityBase {
  readonly kind: 'subProcess';
}

/** A call of another process, waited for (BPMN 2.0.2 §10.3.6). */
export interface CallActivity extends ActivityBase {
  readonly kind: 'callActivity';
  /** Key of the process that is called; its latest version at the moment of the call. */
  readonly calledProcess: string;
}

/** An activity: a node that takes time and may be interrupted by boundary events (BPMN 2.0.2 §10.3). */
export type Activity = UserTask | ServiceTask | ManualTask | NoneTask | SubProcess | CallActivity;

/** A node of a diagram that tokens can stand on, told apart by `kind` (BPMN 2.0.2 §7.6, element names in camel case). */
export type FlowNode =
  StartEvent | EndEvent | Activity | ExclusiveGateway | ParallelGateway | IntermediateCatchEvent | BoundaryEvent;
