import type { Id } from '../../../shared/id.js';
import type { JsonObject } from '../../../shared/json.js';
import type { Instant } from '../../../shared/time.js';
import type { Deadline } from '../../calendar/deadline-dates.js';
import type { Binding, RungNotice } from '../../definition/activity-parts.js';
import type { MessageTarget } from '../../definition/event-definition.js';
import type { CallingActivity } from '../state/process-instance.js';

/** Somebody who is known by how they stand to a task: found when the message is made, among those who are there then. */
export interface TaskRelation {
  readonly relation: 'leader' | 'owner' | 'substitute';
  /** Who has the task; absent while nobody has. */
  readonly assignee?: Id<'Actor'>;
  /** Those who may take it: the unit whose task it is. */
  readonly unit: readonly string[];
}

/** Something people should hear about an open user task. */
export interface Notify {
  readonly type: 'Notify';
  readonly kind: 'task-assigned' | 'task-available' | 'reminder' | 'escalation' | 'breach' | 'legal-breach' | 'pause';
  readonly userTaskId: Id<'UserTask'>;
  readonly node: string;
  readonly taskName: string;
  readonly to: { readonly actor: Id<'Actor'> } | { readonly groups: readonly string[] } | TaskRelation;
  /** How it is said, where the rung says so. */
  readonly notice?: RungNotice;
  readonly deadline?: Deadline;
  readonly participation?: string;
}

/**
 * What the outside world must be asked to do once an event is committed; data, never a call.
 * `key` is unique within the process instance: the same key is never carried out twice.
 */
export type Effect = { readonly key: string } & (
  | { readonly type: 'ScheduleTimer'; readonly timerId: Id<'Timer'>; readonly dueAt: Instant }
  | { readonly type: 'CancelTimer'; readonly timerId: Id<'Timer'> }
  | {
      readonly type: 'CreateJob';
      readonly jobId: Id<'Job'>;
      readonly jobType: string;
      readonly node: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly variables: JsonObject;
      /** How often it may be tried, and the ISO 8601 duration between a failure and the next attempt, where the diagram says so. */
      readonly retries?: number;
      readonly retryAfter?: string;
    }
  | Notify
  | {
      readonly type: 'StartCalledProcess';
      readonly calledInstanceId: Id<'ProcessInstance'>;
      readonly calledProcess: string;
      /** Absent: its latest version. */
      readonly binding?: Binding;
      readonly businessKey?: string;
      readonly caller: CallingActivity;
      readonly variables: JsonObject;
    }
  | { readonly type: 'CancelCalledProcess'; readonly calledInstanceId: Id<'ProcessInstance'> }
  | {
      /** Tells a caller that the process it waits for was cancelled; one that waits no more refuses it. */
      readonly type: 'FailCalledProcess';
      readonly caller: CallingActivity;
      readonly message: string;
    }
  | {
      /** One receiver takes it: the ends of its message flows, else who waits for or starts on its name. */
      readonly type: 'PublishMessage';
      readonly messageId: Id<'Message'>;
      readonly message: string;
      readonly correlationKey?: string;
      readonly targets: readonly MessageTarget[];
      readonly variables: JsonObject;
    }
  | {
      /** Everybody outside this instance who waits for it, or starts on it, hears it. */
      readonly type: 'BroadcastSignal';
      readonly signal: string;
      readonly variables: JsonObject;
    }
  | {
      /** Tells a caller that the process it called ended by an error that the caller, or a caller of it, catches. */
      readonly type: 'ThrowErrorInCaller';
      readonly caller: CallingActivity;
      readonly code?: string;
      readonly message?: string;
      readonly variables: JsonObject;
    }
  | {
      /** Tells a caller of an escalation; the called process has gone on. */
      readonly type: 'EscalateInCaller';
      readonly caller: CallingActivity;
      readonly code?: string;
      readonly variables: JsonObject;
    }
  | {
      readonly type: 'CompleteCalledProcess';
      readonly caller: CallingActivity;
      readonly variables: JsonObject;
    }
);
