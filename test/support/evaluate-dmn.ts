import { contextFrom } from '../../src/engine/decision/ask-decision.js';
import { evaluateDecision, type DecisionRequest } from '../../src/engine/decision/evaluate-decision.js';
import { readDmn, type DmnOptions } from '../../src/engine/decision/read-dmn.js';
import { toJson } from '../../src/engine/expression/values/json.js';
import type { Json, JsonObject } from '../../src/shared/json.js';

/** What an evaluation gave, as JSON. */
export interface Answer {
  readonly value: Json;
  readonly warnings: readonly string[];
  readonly decisions: Readonly<Record<string, Json>>;
  readonly rules: readonly number[];
}

/** Deploys documents and evaluates one of their decisions (or `service:name`, `bkm:name`). */
export async function evaluateDmn(
  xml: string | readonly string[],
  asked: string,
  given: { readonly context?: JsonObject } & DmnOptions = {},
): Promise<Answer> {
  const reading = await readDmn(typeof xml === 'string' ? [xml] : xml, given);
  if (!reading.ok) throw new Error(JSON.stringify(reading.diagnostics, null, 1));

  const context = contextFrom(given.context ?? {});
  const answer = evaluateDecision(reading.models, { ...questionOf(asked), context });
  if (!answer.ok) throw new Error(answer.message);
  return {
    value: toJson(answer.value),
    warnings: answer.warnings.map(({ message }) => message),
    decisions: Object.fromEntries(answer.decisions.map(({ name, value }) => [name, toJson(value)])),
    rules: answer.matched.flatMap(({ rules }) => rules.map(({ number }) => number)),
  };
}

/** The value of a decision alone. */
export async function valueOfDmn(
  xml: string | readonly string[],
  asked: string,
  context: JsonObject = {},
): Promise<Json> {
  return (await evaluateDmn(xml, asked, { context })).value;
}

function questionOf(asked: string): Pick<DecisionRequest, 'what' | 'name'> {
  const [prefix = '', name] = asked.split(':');
  if (name === undefined) return { what: 'decision', name: prefix };
  return { what: prefix === 'service' ? 'decisionService' : 'bkm', name };
}
