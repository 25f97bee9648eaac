import type { Json, JsonObject } from '../../../shared/json.js';
import type { FeelSource, Mapping } from '../../definition/activity-parts.js';
import { evaluate, readVariable } from '../../expression/evaluate.js';
import type { Problem } from './problem.js';
import { layOver, type Sight } from '../../expression/sight.js';
import type { DeclaredTypes } from '../../expression/values/declared-type.js';

/** What came of an evaluation: a value, or the problem that becomes an incident. */
export type Evaluated<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };

/** Says that an expression gave nothing that can be used. */
export const expressionProblem = (message: string): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem: { code: 'EXPRESSION', message },
});

/** The value of one expression for the variables in sight. */
export function evaluateExpression(source: FeelSource, sight: Sight): Evaluated<Json> {
  const evaluation = evaluate(source, sight.variables, sight);
  return evaluation.ok ? evaluation : expressionProblem(evaluation.message);
}

/**
 * The variables that mappings make (BPMN 2.0.2 §10.4.2), in the order of the diagram: each sees those before it, with the
 * types that `types` has for them.
 */
export function evaluateMappings(
  mappings: readonly Mapping[],
  outer: Sight,
  types?: DeclaredTypes,
): Evaluated<JsonObject> {
  let made: JsonObject = {};
  for (const { source, target, names } of mappings) {
    const sight = layOver(outer, made, types);
    const name = names?.find((one) => Object.hasOwn(sight.variables, one));
    if (names !== undefined && name === undefined) continue;
    const evaluated = name === undefined ? evaluateExpression(source, sight) : copyOf(name, sight);
    if (!evaluated.ok) return evaluated;
    made = { ...made, [target]: evaluated.value };
  }
  return { ok: true, value: made };
}

function copyOf(name: string, { variables, types }: Sight): Evaluated<Json> {
  const copied = readVariable(name, variables, types);
  return copied.ok ? copied : expressionProblem(copied.message);
}
