import type { JsonObject } from '../../shared/json.js';
import type { Binding } from '../definition/activity-parts.js';
import type { Evaluation } from '../expression/evaluate.js';

/** What a business rule task asks: which decision, in which version, for which variables. */
export interface DecisionQuestion {
  /** Id of the decision in its DMN file. */
  readonly decision: string;
  readonly binding: Binding;
  readonly variables: JsonObject;
}

/** The rules that are deployed, as the engine asks them. Pure: the same question gives the same answer. */
export interface DecisionRegister {
  /** The result of a decision as plain JSON, or one English sentence that says why there is none. */
  evaluate(question: DecisionQuestion): Evaluation;
}
