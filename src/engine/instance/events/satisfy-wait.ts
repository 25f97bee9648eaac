import type { JsonObject } from '../../../shared/json.js';
import { occur, type Wait } from './occur.js';
import type { Subscription, TimerInstance } from '../state/process-instance.js';
import { scheduleNextRing } from './schedule-timer.js';
import { isNonInterrupting, isParallelMultiple } from './trigger-of.js';
import { nodeOf, type WorkingCopy } from '../flow/working-copy.js';

/** A timer of an event has rung, or is let ring: it goes on with its cycle if it may, and the event occurs. */
export function ringTimer(work: WorkingCopy, timer: TimerInstance, variables: JsonObject): void {
  work.record({ type: 'TimerFired', timerId: timer.id, node: timer.node });
  if (occursAgain(work, timer.node)) scheduleNextRing(work, timer);
  occur(work, waitOf(timer), variables);
}

/** A subscription has got what it waited for: it waits again if it may, and its event occurs. */
export function hearSubscription(work: WorkingCopy, subscription: Subscription, variables: JsonObject): void {
  const { id: subscriptionId, node } = subscription;
  const heard = { subscriptionId, node, variables, by: work.command.actor.id };
  if (subscription.kind === 'message') {
    work.record({ type: 'MessageCorrelated', ...heard, message: subscription.message });
  } else work.record({ type: 'EventOccurred', ...heard });
  if (occursAgain(work, node)) listenAgain(work, subscription);
  occur(work, waitOf(subscription), variables);
}

// All triggers of a parallel multiple event are awaited anew together, when the last of them has come.
function occursAgain(work: WorkingCopy, node: string): boolean {
  const event = nodeOf(work, node);
  return isNonInterrupting(event) && !isParallelMultiple(event);
}

/** Goes on waiting after something came, under a new id: the same delivery twice meets nothing. */
function listenAgain(work: WorkingCopy, heard: Subscription): void {
  const id = work.nextId<'Subscription'>();
  if (heard.kind === 'message') work.record({ type: 'MessageSubscribed', subscription: { ...heard, id } });
  // A condition that has just occurred holds: it occurs again when it has been false in between.
  else if (heard.kind === 'condition') {
    work.record({ type: 'EventSubscribed', subscription: { ...heard, id, held: true } });
  } else work.record({ type: 'EventSubscribed', subscription: { ...heard, id } });
}

function waitOf(waiting: TimerInstance | Subscription): Wait {
  const { node, elementInstanceId, part } = waiting;
  const name = nameOf(waiting);
  return {
    node,
    elementInstanceId,
    ...(part === undefined ? {} : { part }),
    ...(name === undefined ? {} : { name }),
  };
}

function nameOf(waiting: TimerInstance | Subscription): string | undefined {
  if ('signal' in waiting) return waiting.signal;
  return 'message' in waiting ? waiting.message : undefined;
}
