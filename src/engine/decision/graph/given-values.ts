import { isContext, type FeelContext, type FeelValue } from '../../expression/values/feel-value.js';
import { plainName } from '../read/dmn-element.js';
import { readAs } from '../types/read-input.js';
import { nodeOf, type DecisionModel, type DrgNode } from './decision-model.js';

/**
 * Where an evaluation takes the values that come from outside: input data, decisions without logic, and the parameters
 * of the service that is asked. Those of an imported model may stand under the name of the import, or alone.
 */
export function givenFrom(
  model: DecisionModel,
  context: FeelContext,
  asked: DrgNode,
): (key: string) => FeelValue | undefined {
  const parameters = new Set(asked.kind === 'service' ? asked.parameters : []);
  return (key) => {
    const node = nodeOf(model, key);
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
  for (const [key, value] of context) if (plainName(key) === name) return value;
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

// The names of imports, one inside the other, that lead from a model to a namespace.
function waysTo(namespace: string, model: DecisionModel): readonly (readonly string[])[] {
  return model.imports.flatMap(({ name, model: imported }) => {
    const own = name === '' ? [] : [name];
    const further = waysTo(namespace, imported).map((way) => [...own, ...way]);
    return imported.namespace === namespace ? [own, ...further] : further;
  });
}

function valueAt(way: readonly string[], context: FeelContext): FeelValue | undefined {
  const [first = '', ...rest] = way;
  if (rest.length === 0) return contextValue(context, first);
  const inner = contextValue(context, first);
  const nested = isContext(inner) ? valueAt(rest, inner) : undefined;
  return nested === undefined ? contextValue(context, way.join('.')) : nested;
}
