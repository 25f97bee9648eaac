import type { TriggerElement } from './event-command.js';
import { reject, type Decision } from './decision.js';
import { hearSubscription, ringTimer } from '../events/satisfy-wait.js';
import { settle } from './settle.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** Decides what follows when somebody lets go on what waits, without what it waits for. */
export function triggerElement(work: WorkingCopy, command: TriggerElement): Decision {
  const { elementInstanceId, node, variables } = command;
  const { elements, timers, subscriptions } = work.instance();
  const isMeant = (one: { readonly elementInstanceId: string; readonly node: string }): boolean => {
    if (elementInstanceId !== undefined && one.elementInstanceId !== elementInstanceId) return false;
    // Without a name, an element goes on itself: an event on its edge is something else.
    const named = node ?? (elementInstanceId === undefined ? undefined : elements.get(elementInstanceId)?.node);
    return one.node === named;
  };
  const subscription = [...subscriptions.values()].find(isMeant);
  const timer = [...timers.values()].find((one) => one.purpose === 'event' && isMeant(one));
  if (subscription !== undefined) hearSubscription(work, subscription, variables);
  else if (timer !== undefined) ringTimer(work, timer, variables);
  else {
    const asked = { ...(elementInstanceId && { elementInstanceId }), ...(node === undefined ? {} : { node }) };
    return reject({ reason: 'element-not-waiting', ...asked });
  }
  return settle(work);
}
