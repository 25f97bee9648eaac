import type { ReadModelHint } from '../../definition/activity-parts.js';
import type { Reading } from './reading.js';

/** Where a node stands: its process and scope, the flows that touch it and the boundary events attached to it. */
export interface NodePlace {
  readonly reading: Reading;
  /** Key of the process. */
  readonly process: string;
  readonly scope: string;
  readonly inEventSubProcess: boolean;
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
  readonly boundaryEvents: readonly string[];
}

/** What every node has. */
export interface NodeBase {
  readonly id: string;
  readonly name: string;
  readonly scope: string;
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
  readonly hint: ReadModelHint;
  readonly documentation?: string;
}
