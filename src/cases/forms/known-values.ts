import type { ElementInstance, ProcessInstance } from '../../engine/index.js';
import type { UserTaskRow } from '../../runtime/read-ports.js';
import type { Id } from '../../shared/id.js';
import type { Json, JsonObject } from '../../shared/json.js';
import { parseForm } from './form-schema.js';

/** What is known already of a form's fields: what the task was completed with, or what it sees in the case. */
export function knownValues(
  form: JsonObject | undefined,
  instance: ProcessInstance | undefined,
  task: Pick<UserTaskRow, 'id' | 'result'>,
): Record<string, Json> {
  if (form === undefined) return {};
  const elementId = instance?.userTasks.get(task.id)?.elementInstanceId;
  const known = task.result ?? variablesInSight(instance, elementId);
  return Object.fromEntries(
    [...parseForm(form).fields.keys()].flatMap((name) => {
      const value = Object.hasOwn(known, name) ? known[name] : undefined;
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The variables of the element and of every scope around it; the nearer one wins (BPMN 2.0.2 §10.4.1). */
export function variablesInSight(
  instance: ProcessInstance | undefined,
  id: Id<'ElementInstance'> | undefined,
): JsonObject {
  const element: ElementInstance | undefined = id === undefined ? undefined : instance?.elements.get(id);
  return element === undefined ? {} : { ...variablesInSight(instance, element.parentId), ...element.variables };
}
