import type { Id } from '../../../shared/id.js';
import type { JsonObject } from '../../../shared/json.js';
import type { ElementInstance, ProcessInstance } from '../state/process-instance.js';
import { countersOf } from '../activities/sum-of-bodies.js';

/** What an element sees: its own variables, those of the scopes around it (BPMN 2.0.2 §10.4.1), the counts of a multi-instance. */
export function variablesInSight(instance: ProcessInstance, elementInstanceId: Id<'ElementInstance'>): JsonObject {
  const [own, ...around] = withEnclosing(instance, elementInstanceId);
  if (own === undefined) return {};
  if (around.length === 0) return own.variables;
  return [own, ...around].reduceRight<JsonObject>(
    (seen, { variables, multiInstance }) =>
      multiInstance === undefined ? { ...seen, ...variables } : { ...seen, ...countersOf(multiInstance) },
    {},
  );
}

/** An element and every scope around it, from the inside out. */
export function withEnclosing(
  instance: ProcessInstance,
  elementInstanceId: Id<'ElementInstance'> | undefined,
): readonly ElementInstance[] {
  const element = elementInstanceId === undefined ? undefined : instance.elements.get(elementInstanceId);
  return element === undefined ? [] : [element, ...withEnclosing(instance, element.parentId)];
}

/** The process itself among the elements of an active instance. */
export function rootOf(instance: ProcessInstance): ElementInstance {
  const root = [...instance.elements.values()].find((element) => element.parentId === undefined);
  if (root === undefined) throw new Error(`Expected the active process instance '${instance.id}' to have a root`);
  return root;
}
