import type { Evaluation } from '../../engine/index.js';
import type { JsonObject } from '../../shared/json.js';

/** Evaluates FEEL of models that are not from the repository; answers, whatever the expression does. */
export interface FeelEvaluator {
  /** The value of an expression, or why it has none: `FEEL_TIMEOUT …` where it took too long or too much memory. */
  evaluate(source: string, variables: JsonObject): Promise<Evaluation>;
  /** Lets go of what the evaluator runs on. Nothing can be evaluated afterwards. */
  close(): Promise<void>;
}

/** What a thread is asked. */
export interface FeelQuestion {
  readonly source: string;
  readonly variables: JsonObject;
}
