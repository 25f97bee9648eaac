import { elementIn, variablesOf } from '../host/variables-of.js';
import { give } from './give.js';
import type { Operation } from './operation.js';

/** The variables of an instance or of one scope in it. */
export const variables: Operation = (bench, request) => ({
  variables: variablesOf(bench.host.cases.get(request.text('instance')), request.optionalText('scope')),
});

/** Writes variables into an instance or into one scope in it. */
export const setVariables: Operation = (bench, request) => {
  const instance = bench.host.cases.get(request.text('instance'));
  const scope = request.optionalText('scope');
  const variables = request.variables('variables');
  const place = scope === undefined ? {} : { elementInstanceId: elementIn(instance, scope).id };
  give(bench, instance.id, { type: 'SetVariables', variables, ...place });
  return {};
};
