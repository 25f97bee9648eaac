import type { EventTrigger } from '../definition/event-definition.js';
import { subscribe } from './message-subscription.js';
import type { Problem } from './problem.js';
import type { ElementInstance } from './process-instance.js';
import { scheduleTimer } from './schedule-timer.js';
import type { WorkingCopy } from './working-copy.js';

/** Begins to wait for what makes an event occur; an event without a trigger occurs at once. */
export function openTrigger(
  work: WorkingCopy,
  element: ElementInstance,
  event: { readonly id: string; readonly trigger: EventTrigger },
): Problem | undefined {
  const { id: node, trigger } = event;
  switch (trigger.kind) {
    case 'timer':
      return scheduleTimer(work, element, { node, schedule: trigger.schedule });
    case 'message':
      return subscribe(work, element, { node, trigger });
    case 'none':
      work.enqueue({ kind: 'resume', elementInstanceId: element.id });
      return undefined;
    default:
      throw new Error(`Expected '${node}' to be executable, but nothing waits for a ${trigger.kind} yet`);
  }
}
