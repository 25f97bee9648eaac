import { fromJson } from '../expression/feel-json.js';
import type { FeelContext } from '../expression/values/feel-value.js';
import { toJson } from '../expression/values/json.js';
import type { JsonObject } from '../../shared/json.js';
import type { DecisionResult } from './decision-register.js';
import { evaluateDecision } from './evaluate-decision.js';
import type { DecisionModel } from './graph/decision-model.js';

/**
 * The result of a decision (by id or name) of some models as JSON, dates and durations as ISO 8601 texts: what a decision
 * register answers with. A message where there is no such decision, or where it is null because something is wrong.
 */
export function askDecision(models: readonly DecisionModel[], decision: string, variables: JsonObject): DecisionResult {
  const answer = evaluateDecision(models, { what: 'decision', name: decision, context: contextFrom(variables) });
  if (!answer.ok) return { ok: false, message: answer.message };

  const mistake = answer.warnings.find(({ kind }) => kind === 'mistake');
  if (answer.value === null && mistake !== undefined) {
    return { ok: false, message: `Expected decision '${decision}' to have a result, but: ${mistake.message}` };
  }
  return { ok: true, value: toJson(answer.value), ...(answer.column === undefined ? {} : { column: answer.column }) };
}

/** Variables as the context of an evaluation; `{"$feel": …}` in them is read. */
export const contextFrom = (variables: JsonObject): FeelContext =>
  new Map(Object.entries(variables).map(([name, value]) => [name, fromJson(value)] as const));
