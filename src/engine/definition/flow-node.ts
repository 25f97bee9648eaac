import type {
  Binding,
  DeadlineUse,
  FeelSource,
  FeelText,
  Mapping,
  ParticipationUse,
  ReadModelHint,
} from './activity-parts.js';
import type { EventResult, EventTrigger } from './event-definition.js';
import type { MultiInstance, StandardLoop } from './loop.js';

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
  /** At most one of `multiInstance` and `standardLoop` is there. */
  readonly multiInstance?: MultiInstance;
  readonly standardLoop?: StandardLoop;
  /** Tokens that must have come before the activity begins (BPMN 2.0.2 §13.3.2); absent: 1. */
  readonly startQuantity?: number;
  /** Tokens that leave by each way (BPMN 2.0.2 §13.3.2); absent: 1. */
  readonly completionQuantity?: number;
  /** Whether every result goes out beside the mappings; absent: only when no output is mapped. */
  readonly returnsAll?: boolean;
  /** Only for an activity that is a compensation handler: no flow leads to it (BPMN 2.0.2 §10.7). */
  readonly isForCompensation?: true;
}

/** Where a process or sub-process begins (BPMN 2.0.2 §10.5.2), and what an event sub-process waits for (§10.5.6). */
export interface StartEvent extends FlowNodeBase {
  readonly kind: 'startEvent';
  readonly trigger: EventTrigger;
  /** Only in an event sub-process: whether the scope around it goes on. Absent: it is interrupted. */
  readonly interrupting?: boolean;
  /** Mappings from what the event brought. */
  readonly outputs?: readonly Mapping[];
}

/** Where a way ends: does what its result says and consumes the token (BPMN 2.0.2 §10.5.3). */
export interface EndEvent extends FlowNodeBase {
  readonly kind: 'endEvent';
  readonly result: EventResult;
  /** Mappings to what the event sends. */
  readonly inputs?: readonly Mapping[];
}

/** Something that the process lets happen on its way (BPMN 2.0.2 §10.5.4). */
export interface IntermediateThrowEvent extends FlowNodeBase {
  readonly kind: 'intermediateThrowEvent';
  readonly result: EventResult;
  readonly inputs?: readonly Mapping[];
}

/** A wait for an event in the flow (BPMN 2.0.2 §10.5.4). */
export interface IntermediateCatchEvent extends FlowNodeBase {
  readonly kind: 'intermediateCatchEvent';
  readonly trigger: EventTrigger;
  readonly outputs?: readonly Mapping[];
}

/** An event that occurs while an activity is under way (BPMN 2.0.2 §10.5.4). */
export interface BoundaryEvent extends FlowNodeBase {
  readonly kind: 'boundaryEvent';
  readonly attachedTo: string;
  readonly interrupting: boolean;
  readonly trigger: EventTrigger;
  readonly outputs?: readonly Mapping[];
  /** Only for a compensation event: the activity that undoes the one it sits on (BPMN 2.0.2 §10.7.1). */
  readonly compensationHandler?: string;
}

/** Work for a person, found in an inbox (BPMN 2.0.2 §10.3.4). */
export interface UserTask extends ActivityBase {
  readonly kind: 'userTask';
  readonly candidateGroups: readonly FeelText[];
  readonly candidateUsers?: readonly FeelText[];
  /** FEEL giving the id of the person who gets the task at once. */
  readonly assignee?: FeelSource;
  /** Whether the task is nobody's yet where the assignee is null; else it needs a group that sees it. */
  readonly assigneeOptional?: boolean;
  /** FEEL giving what this one task is called; where it gives no text, the task is called what its node is. */
  readonly title?: FeelSource;
  /** Name of the form, or FEEL giving it, with `=` in front. */
  readonly form?: string;
  readonly deadline?: DeadlineUse;
  readonly participation?: ParticipationUse;
  /** FEEL giving a whole number; higher is more urgent. */
  readonly priority?: FeelSource;
  /** FEEL giving an ISO date, instant or duration from now. */
  readonly dueDate?: FeelSource;
  /** FEEL giving an ISO date, instant or duration from now. */
  readonly followUpDate?: FeelSource;
}

/** Who does the work of a task that is not a person, and what it is told. */
export interface JobUse {
  readonly jobType: FeelText;
  /** Constants for the handler, e.g. which letter to send. */
  readonly headers: Readonly<Record<string, string>>;
  /** FEEL giving how often a worker may try; absent: as often as the worker says. */
  readonly retries?: FeelSource;
  /** ISO 8601 duration between one failure and the next attempt; absent: as the worker says. */
  readonly retryAfter?: string;
}

/** Work for a handler of its job type (BPMN 2.0.2 §10.3.3). */
export interface ServiceTask extends ActivityBase, JobUse {
  readonly kind: 'serviceTask';
}

/** Sends a message (BPMN 2.0.2 §10.3.3): as an event does when the diagram says which, else by a worker. */
export interface SendTask extends ActivityBase {
  readonly kind: 'sendTask';
  readonly result: Extract<EventResult, { readonly kind: 'message' | 'job' }>;
}

/** Waits for a message (BPMN 2.0.2 §10.3.3). */
export interface ReceiveTask extends ActivityBase {
  readonly kind: 'receiveTask';
  readonly trigger: Extract<EventTrigger, { readonly kind: 'message' }>;
  /** Whether the message also starts the process; then no flow leads to it. */
  readonly instantiate?: true;
}

/** Computes something (BPMN 2.0.2 §10.3.3): FEEL in the engine, anything else by a worker. */
export interface ScriptTask extends ActivityBase {
  readonly kind: 'scriptTask';
  readonly work:
    | { readonly kind: 'feel'; readonly script: FeelSource; readonly resultVariable?: string }
    | ({ readonly kind: 'job' } & JobUse);
}

/** How the result of a decision table is given on: one value, one row of outputs, a list of values, or a list of rows. */
export type ResultShape = 'singleEntry' | 'singleResult' | 'collectEntries' | 'resultList';

/** Asks rules (BPMN 2.0.2 §10.3.3): a DMN decision, or a worker. */
export interface BusinessRuleTask extends ActivityBase {
  readonly kind: 'businessRuleTask';
  readonly work:
    | {
        readonly kind: 'decision';
        /** Id of the decision. */
        readonly decision: FeelText;
        readonly binding: Binding;
        /** Where the result is written; absent: a context's entries are the results. */
        readonly resultVariable?: string;
        /** Absent: as DMN gives it. */
        readonly resultShape?: ResultShape;
      }
    | ({ readonly kind: 'job' } & JobUse);
}

/** Work that the engine does not follow: the token passes (BPMN 2.0.2 §10.3.4), unless it is set to wait. */
export interface ManualTask extends ActivityBase {
  readonly kind: 'manualTask';
  readonly waits?: true;
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

/** Every way whose condition holds, and the wait for all that may still come (BPMN 2.0.2 §10.6.3). */
export interface InclusiveGateway extends FlowNodeBase {
  readonly kind: 'inclusiveGateway';
  readonly defaultFlow?: string;
}

/** All ways at once, and the wait until all have come (BPMN 2.0.2 §10.6.4). */
export interface ParallelGateway extends FlowNodeBase {
  readonly kind: 'parallelGateway';
}

/** A join by a condition on what has come, then a reset (BPMN 2.0.2 §10.6.5). */
export interface ComplexGateway extends FlowNodeBase {
  readonly kind: 'complexGateway';
  /** FEEL over `activationCount` (per incoming flow id) and the variables; absent: every incoming flow. */
  readonly activationCondition?: FeelSource;
  readonly defaultFlow?: string;
}

/** The event that comes first chooses the way (BPMN 2.0.2 §10.6.6). */
export interface EventBasedGateway extends FlowNodeBase {
  readonly kind: 'eventBasedGateway';
  /** Whether its events start the process; then no flow leads to it. */
  readonly instantiate: boolean;
  /** Only with `instantiate`: every event must come, each once, for the process to be complete. */
  readonly parallel: boolean;
}

/** An embedded process with a scope of its own (BPMN 2.0.2 §10.3.5). */
export interface SubProcess extends ActivityBase {
  readonly kind: 'subProcess';
}

/** A sub-process that begins when its start event occurs in the scope around it (BPMN 2.0.2 §10.5.6). No flows touch it. */
export interface EventSubProcess extends ActivityBase {
  readonly kind: 'eventSubProcess';
}

/** A sub-process that can be cancelled and then undone as a whole (BPMN 2.0.2 §10.3.5, §13.3.4). */
export interface Transaction extends ActivityBase {
  readonly kind: 'transaction';
}

/** Activities in no fixed order (BPMN 2.0.2 §10.3.5, §13.3.5). */
export interface AdHocSubProcess extends ActivityBase {
  readonly kind: 'adHocSubProcess';
  readonly ordering: 'parallel' | 'sequential';
  readonly completionCondition?: FeelSource;
  /** Whether what still runs ends when the condition holds; absent: yes. */
  readonly cancelRemaining?: boolean;
  /** FEEL giving the ids of the activities that begin at once; absent: all that no flow leads to. */
  readonly activeElements?: FeelSource;
}

/** A call of another process or a global task, waited for (BPMN 2.0.2 §10.3.6). */
export interface CallActivity extends ActivityBase {
  readonly kind: 'callActivity';
  /** Key of the process that is called. */
  readonly calledProcess: FeelText;
  /** Absent: its latest version at the moment of the call. */
  readonly binding?: Binding;
  /** FEEL giving the business key of the called instance. */
  readonly businessKey?: FeelSource;
  /** Whether every variable in sight goes in beside the mappings; absent: only when no input is mapped. */
  readonly passesAll?: boolean;
}

/** A node with a scope inside (BPMN 2.0.2 §10.3.5). */
export type ScopeNode = SubProcess | EventSubProcess | Transaction | AdHocSubProcess;

/** A task: an activity without a process inside (BPMN 2.0.2 §10.3.3). */
export type Task =
  UserTask | ServiceTask | SendTask | ReceiveTask | ScriptTask | BusinessRuleTask | ManualTask | NoneTask;

/** An activity: a node that takes time and may be interrupted by boundary events (BPMN 2.0.2 §10.3). */
export type Activity = Task | ScopeNode | CallActivity;

/** A node where ways part or meet (BPMN 2.0.2 §10.6). */
export type Gateway = ExclusiveGateway | InclusiveGateway | ParallelGateway | ComplexGateway | EventBasedGateway;

/** A node where something happens (BPMN 2.0.2 §10.5). */
export type EventNode = StartEvent | EndEvent | IntermediateThrowEvent | IntermediateCatchEvent | BoundaryEvent;

/** A node of a diagram that tokens can stand on, told apart by `kind` (BPMN 2.0.2 §8.4.7, element names in camel case). */
export type FlowNode = Activity | Gateway | EventNode;

/** Whether a node is an activity: it may have boundary events, loops and mappings both ways. */
export const isActivity = (node: FlowNode): node is Activity => 'boundaryEvents' in node;
