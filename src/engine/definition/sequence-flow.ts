import type { FeelSource } from './activity-parts.js';

/** A sequence flow (BPMN 2.0.2 §8.4.13): the way a token takes from one node to the next. */
export interface SequenceFlow {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly target: string;
  readonly condition?: FeelSource;
}
