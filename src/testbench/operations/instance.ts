import type { ProcessInstance, Token } from '../../engine/index.js';
import { variablesOf } from '../host/variables-of.js';
import { stateOf } from './instances.js';
import type { Operation } from './operation.js';

/** Where an instance stands. */
export const instance: Operation = (bench, request) => {
  const found = bench.host.cases.get(request.text('instance'));
  const { definition, startedAt, endedAt, businessKey, suspended } = found;
  return {
    process: definition.key,
    version: definition.version,
    state: stateOf(found),
    ...(suspended === undefined ? {} : { suspended }),
    ...(businessKey === undefined ? {} : { businessKey }),
    tokens: Array.from(found.tokens.values(), (token) => ({
      id: token.id,
      element: token.node,
      scope: scopeOf(found, token),
    })),
    variables: variablesOf(found),
    incidents: Array.from(found.incidents.values(), ({ id, node: element, code, message }) => ({
      ...{ id, element, code, message },
    })),
    startedAt,
    ...(endedAt === undefined ? {} : { endedAt }),
  };
};

/** The scope a token moves in, by its element; by its own id where the element has several at once. */
function scopeOf({ elements }: ProcessInstance, { scopeInstanceId }: Token): string {
  const scope = elements.get(scopeInstanceId);
  if (scope === undefined) return scopeInstanceId;
  const isOnly = [...elements.values()].every(({ id, node }) => node !== scope.node || id === scope.id);
  return isOnly ? scope.node : scopeInstanceId;
}
