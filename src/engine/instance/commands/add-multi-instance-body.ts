import type { AddMultiInstanceBody } from './body-command.js';
import { reject, type Decision } from './decision.js';
import { isLoopDone, mostBodies } from '../activities/multi-instance.js';
import { settle } from './settle.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** Decides what follows when a multi-instance is to have one body more. */
export function addMultiInstanceBody(work: WorkingCopy, command: AddMultiInstanceBody): Decision {
  const { elementInstanceId, item = null, actor } = command;
  const whole = work.instance().elements.get(elementInstanceId);
  const progress = whole?.multiInstance;
  if (whole?.phase !== 'activated' || progress === undefined || isLoopDone(progress)) {
    return reject({ reason: 'multi-instance-not-active', elementInstanceId });
  }
  const most = mostBodies(work);
  if (progress.items >= most) return reject({ reason: 'multi-instance-full', elementInstanceId, most });

  work.record({ type: 'MultiInstanceExtended', elementInstanceId, node: whole.node, item, by: actor.id });
  work.enqueue({ kind: 'resume', elementInstanceId });
  return settle(work);
}
