import type { EventTrigger } from '../../definition/event-definition.js';
import { watchCondition } from './conditions.js';
import { subscribe } from './message-subscription.js';
import type { Problem } from '../flow/problem.js';
import type { ElementInstance } from '../state/process-instance.js';
import { scheduleTimer } from './schedule-timer.js';
import { listenForSignal } from './signal-subscription.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** Begins to wait for what makes an event occur; an event without a trigger occurs at once. */
export function openTrigger(
  work: WorkingCopy,
  element: ElementInstance,
  event: { readonly id: string; readonly trigger: EventTrigger },
): Problem | undefined {
  const { id: node, trigger } = event;
  if (trigger.kind !== 'multiple') return openPart(work, element, { node, trigger });

  for (const [part, one] of trigger.triggers.entries()) {
    const problem = openPart(work, element, { node, trigger: one, part });
    if (problem !== undefined) return problem;
  }
  return undefined;
}

interface AwaitedPart {
  readonly node: string;
  readonly trigger: EventTrigger;
  readonly part?: number;
}

function openPart(work: WorkingCopy, element: ElementInstance, awaited: AwaitedPart): Problem | undefined {
  const { trigger, ...place } = awaited;
  switch (trigger.kind) {
    case 'timer':
      return scheduleTimer(work, element, { ...place, schedule: trigger.schedule });
    case 'message':
      return subscribe(work, element, { ...place, trigger });
    case 'signal':
      return listenForSignal(work, element, { ...place, trigger });
    case 'conditional':
      return watchCondition(work, element, { ...place, trigger });
    case 'none':
      work.enqueue({ kind: 'resume', elementInstanceId: element.id });
      return undefined;
    default:
      // Errors, escalations, compensation, cancellation and links look for who catches them when they happen.
      return undefined;
  }
}
