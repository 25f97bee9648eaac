import type { JsonObject } from '../../shared/json.js';
import type { Binding } from '../definition/activity-parts.js';
import type { Json } from '../../shared/json.js';

/** What a business rule task asks: which decision, in which version, for which variables. */
export interface DecisionQuestion {
  /** Id of the decision in its DMN file. */
  readonly decision: string;
  readonly binding: Binding;
  readonly variables: JsonObject;
}

/** The result of a decision as plain JSON, or one English sentence that says why there is none. */
export type DecisionResult =
  | {
      readonly ok: true;
      readonly value: Json;
      /** Name of the only output of its decision table: absent where it has several, or is no table. */
      readonly column?: string;
    }
  | { readonly ok: false; readonly message: string };

/** The rules that are deployed, as the engine asks them. Pure: the same question gives the same answer. */
export interface DecisionRegister {
  /** What a decision gives. */
  evaluate(question: DecisionQuestion): DecisionResult;
}
