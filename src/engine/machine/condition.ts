import type { FeelSource } from '../definition/activity-parts.js';
import { evaluate } from '../expression/evaluate.js';
import type { Sight } from '../expression/sight.js';

/** Whether a flow may be taken: it has no condition, or its condition is exactly `true`. Throws when it has no value. */
export function holds(condition: FeelSource | undefined, { variables, types }: Sight): boolean {
  if (condition === undefined) return true;

  const evaluation = evaluate(condition, variables, { types });
  if (!evaluation.ok) throw new Error(evaluation.message);
  return evaluation.value === true;
}
