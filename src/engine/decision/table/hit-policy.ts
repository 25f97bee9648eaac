import type { FeelValue } from '../../expression/values/feel-value.js';
import type { Run } from '../../expression/values/run.js';

/** A rule that matches, with what its output cells give: one value an output. */
export interface Hit {
  readonly number: number;
  readonly id: string | null;
  readonly outputs: readonly FeelValue[];
}

/** What a hit policy may ask about the outputs of its table. */
export interface Outputs {
  /** The result of one rule: its only output, or a context of them all. */
  readonly resultOf: (outputs: readonly FeelValue[]) => FeelValue;
  /** For each output the place of a value among its output values, from 0; infinite where it is not there. */
  readonly ranksOf: (outputs: readonly FeelValue[], run: Run) => readonly number[];
}

/** The result of a table, and the rules that it comes from. */
export interface TableResult {
  readonly value: FeelValue;
  readonly used: readonly Hit[];
}

/** How the result of a table follows from the rules that match, one or more, in the order of the table (DMN 1.5 §8.2.8). */
export type HitPolicy = (hits: readonly Hit[], outputs: Outputs, run: Run) => TableResult;

/** The result of a single rule. */
export const resultOfHit = (hit: Hit | undefined, { resultOf }: Outputs): TableResult =>
  hit === undefined ? { value: null, used: [] } : { value: resultOf(hit.outputs), used: [hit] };

/** The results of several rules, in their order. */
export const resultsOfHits = (hits: readonly Hit[], { resultOf }: Outputs): TableResult => ({
  value: hits.map(({ outputs }) => resultOf(outputs)),
  used: hits,
});

/** How hits are named in a warning. */
export const numbersOf = (hits: readonly Hit[]): string => hits.map(({ number }) => number).join(', ');
