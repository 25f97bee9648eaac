import { isContext, type FeelContext, type FeelValue } from '../../expression/values/feel-value.js';
import { plainNameOf } from '../../expression/syntax/known-names.js';
import { readAs } from '../types/read-input.js';
import type { DecisionModel, DrgNode } from './decision-model.js';

/**
 * Where an evaluation takes the values that come from outside: input data, decisions without logic, and the parameters
 * of the service that is asked. Those of an imported model may stand under the name of the import, or alone.
 */
export function givenFrom(
  model: DecisionModel,
  context: FeelContext,
  asked?: DrgNode,
): (key: string) => FeelValue | undefined {
  const parameters = new Set(asked?.kind === 'service' ? asked.parameters : []);
  return (key) => {
    const node = model.reach.get(key);
    if (node?.kind !== 'input' && node?.kind !== 'decision') return undefined;
    if (node.kind === 'decision' && node.logic !== undefined && !parameters.has(key)) return undefined;
    const value = lookUp(node, model, context);
    if (value === undefined) return parameters.has(key) ? null : undefined;
    return readAs(value, node.type);
  };
}

/** The value of a name in a context, however its white space is written. */
export function contextValue(context: FeelContext, name: string): FeelValue | undefined {
  const exact = context.get(name);
  if (exact !== undefined) return exact;
  for (const [key, value] of context) if (plainNameOf(key) === plainNameOf(name)) return value;
  return undefined;
}

function lookUp(
  { namespace, name, variable }: DrgNode,
  model: DecisionModel,
  context: FeelContext,
): FeelValue | undefined {
  const own = (inside: FeelContext): FeelValue | undefined =>
    contextValue(inside, name) ?? contextValue(inside, variable);
  if (namespace === model.namespace) return own(context);
  for (const way of waysTo(namespace, model)) {
    const value = valueAt([...way, name], context);
    if (value !== undefined) return value;
  }
  return own(context);
}

const mostWays = 20;

// The names of imports, one inside the other, that lead from a model to a namespace; the shortest first, not all of many.
function waysTo(namespace: string, from: DecisionModel): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  const open: { readonly model: DecisionModel; readonly way: readonly string[] }[] = [{ model: from, way: [] }];
  for (let at = 0; at < open.length && at < mostWays && found.length < mostWays; at++) {
    const { model, way } = open[at] ?? { model: from, way: [] };
    for (const { name, model: imported } of model.imports) {
      const further = name === '' ? way : [...way, name];
      if (imported.namespace === namespace) found.push(further);
      open.push({ model: imported, way: further });
    }
  }
  return found;
}

function valueAt(way: readonly string[], context: FeelContext): FeelValue | undefined {
  const [first = '', ...rest] = way;
  if (rest.length === 0) return contextValue(context, first);
  const inner = contextValue(context, first);
  const nested = isContext(inner) ? valueAt(rest, inner) : undefined;
  return nested === undefined ? contextValue(context, way.join('.')) : nested;
}
