import type { FeelSource } from './activity-parts.js';
import type { EventResult } from './event-definition.js';

/** The activity again and again while a condition holds (BPMN 2.0.2 §13.3.6). */
export interface StandardLoop {
  /** Absent: as often as `maximum` says. */
  readonly condition?: FeelSource;
  readonly maximum?: number;
  /** Whether the condition is asked before the activity (while) or after it (until it no longer holds). */
  readonly testBefore: boolean;
}

/** The event that bodies of a multi-instance throw when they complete (BPMN 2.0.2 §10.3.8, table 10.30). */
export type MultiInstanceBehavior =
  | { readonly kind: 'none' | 'one'; readonly event: EventResult }
  | {
      readonly kind: 'complex';
      readonly events: readonly { readonly condition: FeelSource; readonly event: EventResult }[];
    };

/** One instance of the activity for each item of a list, or a number of times (BPMN 2.0.2 §13.3.7). */
export interface MultiInstance {
  readonly sequential: boolean;
  /** FEEL giving the list; exactly one of `collection` and `cardinality` is there. */
  readonly collection?: FeelSource;
  /** FEEL giving how many bodies there are. */
  readonly cardinality?: FeelSource;
  readonly elementVariable?: string;
  readonly outputCollection?: string;
  readonly outputElement?: FeelSource;
  readonly completionCondition?: FeelSource;
  /** Absent: `All`, which throws nothing. */
  readonly behavior?: MultiInstanceBehavior;
}
