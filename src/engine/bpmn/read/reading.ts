import type { MessageTarget } from '../../definition/event-definition.js';
import type { Diagnostic } from '../../xml/diagnostic.js';
import type { ReadOptions } from './read-options.js';

/** What the reader of one element must know of the rest of its document. */
export interface Reading {
  readonly options: ReadOptions;
  /** Where message flows lead from an element, by its id. */
  readonly messageTargets: ReadonlyMap<string, readonly MessageTarget[]>;
  /** What the message flows that touch an element carry, by its id: the name of a message. */
  readonly flowingMessages: ReadonlyMap<string, string>;
  /** The activity that undoes, by the id of the compensation event that leads to it. */
  readonly compensationHandlers: ReadonlyMap<string, string>;
  /** The innermost lane that a node stands in, by the node's id. */
  readonly lanes: ReadonlyMap<string, string>;
  readonly correlations: Correlations;
  /** Tells about something that was read otherwise than the author may think, or not at all. */
  readonly report: (found: Diagnostic) => void;
}

/** The keys of messages, computed from correlation properties (BPMN 2.0.2 §8.4.2). */
export interface Correlations {
  /** FEEL over what is sent, by the message's id. */
  readonly sent: ReadonlyMap<string, string>;
  /** FEEL over the receiver's variables, by the key of its process and the message's id: `prosess melding`. */
  readonly awaited: ReadonlyMap<string, string>;
}
