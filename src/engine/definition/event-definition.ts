import type { DeadlineUse, FeelSource, FeelText } from './activity-parts.js';
import type { Misfire } from '../../shared/misfire.js';
import type { Period } from '../../shared/time.js';

/** When a timer event occurs (BPMN 2.0.2 §10.5.5). Zone: Europe/Oslo for everything without an offset. */
export type TimerSchedule =
  | { readonly kind: 'date'; readonly expression: FeelSource }
  | { readonly kind: 'duration'; readonly expression: FeelSource }
  | {
      readonly kind: 'cycle';
      readonly expression: FeelSource;
      readonly rounding?: 'forward' | 'backward';
      /** What becomes of rings that were missed while nobody was at work; absent: `one`. */
      readonly misfire?: Misfire;
    }
  | { readonly kind: 'deadline'; readonly deadline: DeadlineUse; readonly shift?: Period };

/** What makes a start, catch or boundary event occur (BPMN 2.0.2 §10.5.5). */
export type EventTrigger =
  | { readonly kind: 'none' }
  | { readonly kind: 'timer'; readonly schedule: TimerSchedule }
  | { readonly kind: 'message'; readonly message: FeelText; readonly correlationKey?: FeelSource }
  | { readonly kind: 'signal'; readonly signal: FeelText }
  /** Occurs when the condition becomes true; watched again whenever a variable in sight changes. */
  | { readonly kind: 'conditional'; readonly condition: FeelSource }
  /** Absent code: every error. The variables are where code and message are written, as in Camunda. */
  | {
      readonly kind: 'error';
      readonly code?: FeelText;
      readonly codeVariable?: string;
      readonly messageVariable?: string;
    }
  /** Absent code: every escalation. */
  | { readonly kind: 'escalation'; readonly code?: FeelText; readonly codeVariable?: string }
  | { readonly kind: 'compensation' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'link'; readonly link: string }
  /** Any of them (multiple), or all of them (parallel multiple). */
  | { readonly kind: 'multiple'; readonly triggers: readonly EventTrigger[]; readonly parallel: boolean };

/** Where a message goes when the diagram draws a message flow: a pool, or an element in it. */
export interface MessageTarget {
  /** Key of the process in the pool. */
  readonly process: string;
  /** The element that the message flow points at; absent: the pool itself. */
  readonly element?: string;
}

/** What a throw or end event does when a token reaches it (BPMN 2.0.2 §10.5.5). */
export type EventResult =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'message';
      readonly message: FeelText;
      readonly correlationKey?: FeelSource;
      /** The ends of its message flows; empty: whoever waits for, or starts on, the name. */
      readonly targets: readonly MessageTarget[];
    }
  /** The vendor's way of sending: a worker does it. */
  | { readonly kind: 'job'; readonly jobType: FeelText; readonly headers: Readonly<Record<string, string>> }
  | { readonly kind: 'signal'; readonly signal: FeelText }
  | { readonly kind: 'error'; readonly code?: FeelText; readonly message?: FeelText }
  | { readonly kind: 'escalation'; readonly code?: FeelText }
  | { readonly kind: 'terminate' }
  /** Absent activity: everything in the scope; a throw event waits unless told not to. */
  | { readonly kind: 'compensation'; readonly activity?: string; readonly waits: boolean }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'link'; readonly link: string }
  /** All of them, in the order of the diagram. */
  | { readonly kind: 'multiple'; readonly results: readonly EventResult[] };
