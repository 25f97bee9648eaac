import type { CancelProcessInstance } from './command.js';
import type { Decision } from './decision.js';
import { terminateElement } from '../flow/element-work.js';
import { rootOf } from '../flow/read-variables.js';
import { settle } from './settle.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** Decides what follows when a case ends before its time: everything open in it is terminated. */
export function cancelProcessInstance(work: WorkingCopy, { reason, actor }: CancelProcessInstance): Decision {
  const root = rootOf(work.instance());
  const { caller } = work.instance();
  terminateElement(work, root);
  work.record({
    type: 'ProcessInstanceCancelled',
    reason,
    by: actor.id,
    variables: root.variables,
    ...(caller === undefined ? {} : { caller }),
  });
  return settle(work);
}
