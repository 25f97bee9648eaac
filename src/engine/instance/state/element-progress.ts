import type { Id } from '../../../shared/id.js';
import type { Json, JsonObject } from '../../../shared/json.js';

/** The counters and marks of elements that need more than a phase. Each part is replaced as a whole. */
export interface ElementProgress {
  /** Only for an ad-hoc sub-process: what is still to begin in it. */
  readonly adHoc?: AdHocProgress;
  /** Standard loop: how many iterations have begun. */
  readonly iterations?: number;
  /** Standard loop: no further iteration begins. */
  readonly isLoopOver?: true;
  /** Multiple and parallel multiple events that wait here: per event node, the numbers (from 0) of the triggers that occurred. */
  readonly occurred?: Readonly<Record<string, readonly number[]>>;
  /** What the triggers in `occurred` brought, per event node: handed on when all of them have come. */
  readonly brought?: Readonly<Record<string, JsonObject>>;
  /** Scopes only: complex gateways in it that have fired and wait for the rest (BPMN 2.0.2 §13.4.5), with the flows used. */
  readonly resetting?: Readonly<Record<string, readonly string[]>>;
  /** Only for a complex gateway that is stuck: it is being left by its reset, not by its start. */
  readonly isReset?: true;
  /** A thrower of compensation, or a scope that is undone: what is still to be undone, next one first. */
  readonly compensating?: readonly Id<'Compensation'>[];
  /** A compensation handler, or a completed sub-process that is undone: the record it works for and who waits for it. */
  readonly compensates?: { readonly record: Id<'Compensation'>; readonly thrower: Id<'ElementInstance'> };
  /** A transaction that was cancelled: it leaves by its cancel event when everything is undone. */
  readonly cancelling?: true;
  /** A process that an instantiating parallel event-based gateway started: events that have not come yet. */
  readonly awaited?: readonly string[];
}

/** How far an ad-hoc sub-process has come (BPMN 2.0.2 §13.3.5). */
export interface AdHocProgress {
  /** What has been chosen and is still to begin, next one first. */
  readonly waiting: readonly string[];
  /** Whether anything has been chosen yet; until then it waits for somebody who does. */
  readonly hasBegun?: true;
  /** Its condition has held and what still runs may end: nothing more begins. */
  readonly isOver?: true;
}

/** How far a multi-instance activity has come (BPMN 2.0.2 §13.3.7). */
export interface MultiInstanceProgress {
  readonly items: number;
  readonly started: number;
  readonly completed: number;
  /** Bodies that were ended one by one before their time; absent: none. */
  readonly terminated?: number;
  readonly results: readonly (JsonObject[string] | undefined)[];
  /** Items whose bodies have not begun, as they were when the activity began; absent where bodies are only counted. */
  readonly waiting?: readonly Json[];
  /** The completion condition held: no further body counts. */
  readonly enough?: boolean;
}
