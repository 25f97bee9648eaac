import { reject, type Decision } from './decision.js';
import type { SetVariables } from './operation-command.js';
import { rootOf } from '../flow/read-variables.js';
import { settle } from './settle.js';
import { isSumOfBodies } from '../activities/sum-of-bodies.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** Decides what follows when an operator corrects variables of one scope. */
export function setVariables(work: WorkingCopy, { elementInstanceId, variables }: SetVariables): Decision {
  const { elements } = work.instance();
  const scope = elementInstanceId === undefined ? rootOf(work.instance()) : elements.get(elementInstanceId);
  // A multi-instance is only the sum of its bodies: it holds nothing that anybody would read.
  if (scope === undefined || isSumOfBodies(scope)) {
    return reject({ reason: 'scope-not-found', ...(elementInstanceId === undefined ? {} : { elementInstanceId }) });
  }
  work.record({ type: 'VariablesSet', elementInstanceId: scope.id, variables });
  return settle(work);
}
