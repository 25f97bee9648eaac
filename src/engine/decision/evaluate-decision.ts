import { isKinded, type FeelContext, type FeelValue } from '../expression/values/feel-value.js';
import { beginRun, isLimitError, type Run, type RunLimits, type Warning } from '../expression/values/run.js';
import type { DecisionModel, DrgNode } from './graph/decision-model.js';
import { contextValue, givenFrom } from './graph/given-values.js';
import { serve, valueOf, type Session } from './graph/session.js';
import type { MatchedRules } from './logic/logic.js';
import { plainNameOf } from '../expression/syntax/known-names.js';
import { readAs } from './types/read-input.js';

/** What is to be evaluated, by id or name: a decision, a decision service, or a business knowledge model. */
export interface DecisionRequest {
  readonly what: 'decision' | 'decisionService' | 'bkm';
  /** Id or name. */
  readonly name: string;
  readonly context: FeelContext;
  readonly namespace?: string;
  readonly limits?: RunLimits;
}

/** The answer: a value, null where the evaluation failed, with the reasons; or that there is no such thing. */
export type DecisionAnswer =
  | {
      readonly ok: true;
      readonly value: FeelValue;
      readonly warnings: readonly Warning[];
      /** Every decision that was evaluated on the way, in that order, by name. */
      readonly decisions: readonly { readonly id: string; readonly name: string; readonly value: FeelValue }[];
      readonly matched: readonly MatchedRules[];
      /** Name of the only output of the decision's table: absent where it has several, or is no table. */
      readonly column?: string;
    }
  | { readonly ok: false; readonly code: 'NOT_FOUND'; readonly message: string };

/**
 * Evaluates a decision, decision service or business knowledge model of one of `models` (of the last that has it). The
 * context gives input data by name, and the parameters of a service or function. Never throws; reads no clock.
 */
export function evaluateDecision(models: readonly DecisionModel[], question: DecisionRequest): DecisionAnswer {
  const found = findNode(models, question);
  if (found === undefined) return notFound(question);

  const decisions: { readonly id: string; readonly name: string; readonly value: FeelValue }[] = [];
  const matched: MatchedRules[] = [];
  const run = beginRun(question.limits);
  const session: Session = {
    model: found.model,
    run,
    listener: {
      decided: ({ id, name }, value) => decisions.push({ id, name, value }),
      matched: (match) => matched.push(match),
    },
    given: givenFrom(found.model, question.context, found.node),
    known: new Map(),
    context: found.node.kind === 'decision' ? question.context : new Map(),
    imported: new Map(),
  };
  const value = evaluateWithin(run, () => ask(found.node, session, question.context));
  const column = found.node.kind === 'decision' ? found.node.column : undefined;
  return {
    ok: true,
    value,
    warnings: run.warnings(),
    decisions,
    matched,
    ...(column === undefined ? {} : { column }),
  };
}

function ask(node: DrgNode, session: Session, context: FeelContext): FeelValue {
  if (node.kind === 'service') return serve(node, session);
  const value = valueOf(node.key, session);
  if (node.kind !== 'knowledge' || !isKinded(value) || value.kind !== 'function') return value;
  const given = node.function.parameters.map(({ name, type }) => readAs(contextValue(context, name) ?? null, type));
  return value.invoke(given, session.run);
}

// A limit ends an evaluation by way of an error, and so does a model that calls itself deeper than the machine can go.
function evaluateWithin(run: Run, evaluate: () => FeelValue): FeelValue {
  try {
    return evaluate();
  } catch (problem) {
    if (isLimitError(problem)) return run.warn(problem.message);
    if (problem instanceof RangeError)
      return run.warn('FEEL_LIMIT Expected calls inside each other to end, but they go on');
    throw problem;
  }
}

const kinds: Readonly<Record<DrgNode['kind'], string>> = {
  decision: 'decision',
  service: 'decisionService',
  knowledge: 'bkm',
  input: 'input',
};

function findNode(
  models: readonly DecisionModel[],
  { what, name, namespace }: DecisionRequest,
): { readonly node: DrgNode; readonly model: DecisionModel } | undefined {
  const wanted = plainNameOf(name);
  for (const model of models.toReversed()) {
    if (namespace !== undefined && model.namespace !== namespace) continue;
    const nodes = [...model.nodes.values()].filter((node) => kinds[node.kind] === what);
    const node =
      nodes.find(({ id }) => id === name) ??
      nodes.find((one) => plainNameOf(one.name) === wanted) ??
      // Tools let people rename the variable and keep the name, or the other way round.
      nodes.find((one) => plainNameOf(one.variable) === wanted);
    if (node !== undefined) return { node, model };
  }
  return undefined;
}

const notFound = ({ what, name }: DecisionRequest): DecisionAnswer => ({
  ok: false,
  code: 'NOT_FOUND',
  message: `Expected ${what} '${name}' to be deployed, but it is not`,
});
