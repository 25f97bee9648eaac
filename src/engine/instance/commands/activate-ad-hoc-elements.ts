import { adHocNodeOf, beginChosen, isAdHocOver, isChoosable } from '../activities/ad-hoc.js';
import type { ActivateAdHocElements } from './body-command.js';
import { reject, type Decision } from './decision.js';
import { settle } from './settle.js';
import { isSumOfBodies } from '../activities/sum-of-bodies.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** Decides what follows when somebody chooses what is done next in an ad-hoc sub-process. */
export function activateAdHocElements(work: WorkingCopy, command: ActivateAdHocElements): Decision {
  const { elementInstanceId, elements, actor } = command;
  const element = work.instance().elements.get(elementInstanceId);
  const node = element && adHocNodeOf(work, element);
  if (node === undefined || element?.phase !== 'activated' || isSumOfBodies(element) || isAdHocOver(element)) {
    return reject({ reason: 'ad-hoc-not-active', elementInstanceId });
  }
  const unknown = elements.find((id) => !isChoosable(work, node, id));
  if (unknown !== undefined) return reject({ reason: 'ad-hoc-element-unknown', elementInstanceId, node: unknown });

  work.record({ type: 'AdHocElementsChosen', elementInstanceId, node: node.id, elements, by: actor.id });
  beginChosen(work, { node, element, chosen: elements });
  return settle(work);
}
