import type { Id } from '../../../shared/id.js';
import type { JsonObject } from '../../../shared/json.js';
import type { ElementInstance, ProcessInstance } from '../state/process-instance.js';
import { countersOf } from '../activities/sum-of-bodies.js';

/** What an element sees: its own variables, those of the scopes around it (BPMN 2.0.2 §10.4.1), the counts of a multi-instance. */
export function variablesInSight(instance: ProcessInstance, elementInstanceId: Id<'ElementInstance'>): JsonObject {
  let seen: JsonObject = {};
  for (const { variables, multiInstance } of withEnclosing(instance, elementInstanceId).toReversed()) {
    const own = multiInstance === undefined ? variables : countersOf(multiInstance);
    // Most elements have no variables of their own: what adds nothing is not copied.
    if (isEmpty(own)) continue;
    seen = isEmpty(seen) ? own : { ...seen, ...own };
  }
  return seen;
}

const isEmpty = (variables: JsonObject): boolean => Object.keys(variables).length === 0;

/** An element and every scope around it, from the inside out. */
export function withEnclosing(
  instance: ProcessInstance,
  elementInstanceId: Id<'ElementInstance'> | undefined,
): readonly ElementInstance[] {
  const found: ElementInstance[] = [];
  for (let id = elementInstanceId; id !== undefined; id = found.at(-1)?.parentId) {
    const element = instance.elements.get(id);
    if (element === undefined) break;
    found.push(element);
  }
  return found;
}

/** The process itself among the elements of an active instance. */
export function rootOf(instance: ProcessInstance): ElementInstance {
  const root = [...instance.elements.values()].find((element) => element.parentId === undefined);
  if (root === undefined) throw new Error(`Expected the active process instance '${instance.id}' to have a root`);
  return root;
}
