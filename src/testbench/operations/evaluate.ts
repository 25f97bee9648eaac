import {
  compileFeel,
  contextFrom,
  evaluateDecision,
  limitsAt,
  namesIn,
  toJson,
  type FeelValue,
} from '../../engine/index.js';
import type { JsonObject } from '../../shared/json.js';
import type { Bench } from '../bench.js';
import type { BenchRequest } from '../protocol/bench-request.js';
import { RefusalError } from '../refusal.js';
import type { Operation } from './operation.js';

const kinds = ['decision', 'decisionService', 'bkm'] as const;

/** The value of a FEEL expression, a decision, a decision service or a business knowledge model. */
export const evaluate: Operation = (bench, request) => {
  const what = kinds.find((kind) => request.optionalText(kind) !== undefined);
  return what === undefined ? evaluateExpression(bench, request) : evaluateModel(bench, request, what);
};

// What asks for the time of day is given the time of the bench.
const limitsOf = ({ host }: Bench) => limitsAt(host.at);

function evaluateExpression(bench: Bench, request: BenchRequest): JsonObject {
  const source = request.text('expression').replace(/^\s*=/, '');
  const context = request.optionalObject('context') ?? {};
  const compiled = compileFeel(source, { names: namesIn(context) });
  if (!compiled.ok) return { value: null, warnings: [compiled.message] };

  const { value, warnings } = compiled.feel.evaluate(contextFrom(context), { limits: limitsOf(bench) });
  return { value: jsonOf(request, value), warnings };
}

function evaluateModel(bench: Bench, request: BenchRequest, what: (typeof kinds)[number]): JsonObject {
  const context = contextFrom(request.optionalObject('context') ?? {});
  const question = { what, name: request.text(what), context, limits: limitsOf(bench) };
  const answer = evaluateDecision(bench.host.decisions.models(), question);
  if (!answer.ok) throw new RefusalError(answer.code, answer.message);
  return {
    value: jsonOf(request, answer.value),
    warnings: answer.warnings.map(({ message }) => message),
    decisions: answer.decisions.map(({ id, name, value }) => ({ id, name, value: jsonOf(request, value) })),
    matched: answer.matched.map((match) => ({ ...match })),
  };
}

const jsonOf = (request: BenchRequest, value: FeelValue) => toJson(value, { isTyped: request.flag('typed') });
