import type { Id } from '../../../shared/id.js';
import type { JsonObject } from '../../../shared/json.js';
import type { ElementInstance } from '../state/process-instance.js';
import { withEnclosing } from './read-variables.js';
import { isSumOfBodies } from '../activities/sum-of-bodies.js';
import type { WorkingCopy } from './working-copy.js';

/** From where variables are seen, and where one goes that no scope has yet. */
export interface VariablePlace {
  readonly from: Id<'ElementInstance'> | undefined;
  readonly home: 'nearest-scope' | 'process';
}

/**
 * Writes variables as seen from `from`: each to the nearest scope that has it; a new one to `home`. A multi-instance is
 * only the sum of its bodies and holds no variables of its own.
 */
export function writeVariables(work: WorkingCopy, variables: JsonObject, { from, home }: VariablePlace): void {
  const scopes = withEnclosing(work.instance(), from).filter((element) => !isSumOfBodies(element));
  const newHome = home === 'process' ? scopes.at(-1) : scopes[0];
  const byScope = new Map<ElementInstance, JsonObject>();
  for (const [name, value] of Object.entries(variables)) {
    const scope = scopes.find((one) => Object.hasOwn(one.variables, name)) ?? newHome;
    if (scope !== undefined) byScope.set(scope, { ...byScope.get(scope), [name]: value });
  }
  for (const [scope, changed] of byScope) {
    work.record({ type: 'VariablesSet', elementInstanceId: scope.id, variables: changed });
  }
}
