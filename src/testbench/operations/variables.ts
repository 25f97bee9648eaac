import { variablesOf } from '../host/variables-of.js';
import type { Operation } from './operation.js';

/** The variables of an instance or of one scope in it. */
export const variables: Operation = (bench, request) => ({
  variables: variablesOf(bench.host.cases.get(request.text('instance')), request.optionalText('scope')),
});
