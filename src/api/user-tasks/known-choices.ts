import { choiceProblems } from '../../cases/forms/choices-from.js';
import { knownValues } from '../../cases/forms/known-values.js';
import type { TenantId } from '../../runtime/ports.js';
import type { UserTaskRow } from '../../runtime/read-ports.js';
import { objectOf } from '../../shared/json.js';
import type { JsonObject } from '../../shared/json.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';

/** 400 where a field that takes its choices from a list of the case (`"x-choices-from"`) is answered with something else. */
export async function requireKnownChoices(
  { cases }: Pick<ApiPorts, 'cases'>,
  tenant: TenantId,
  {
    task,
    schema,
    variables,
  }: { readonly task: UserTaskRow; readonly schema: JsonObject; readonly variables: JsonObject },
): Promise<void> {
  const asks = Object.values(objectOf(schema['properties'])).some((field) => 'x-choices-from' in objectOf(field));
  if (!asks) return;
  const known = knownValues(schema, await cases.snapshot(tenant, task.case.id), task);
  const errors = choiceProblems(schema, variables, known);
  if (errors.length > 0) throw problem('invalid-input', { errors: [...errors] });
}
