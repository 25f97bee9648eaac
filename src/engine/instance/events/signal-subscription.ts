import type { EventTrigger } from '../../definition/event-definition.js';
import { evaluateText } from '../flow/feel-text.js';
import type { Problem } from '../flow/problem.js';
import type { ElementInstance } from '../state/process-instance.js';
import type { WorkingCopy } from '../flow/working-copy.js';
import { sightFrom } from '../flow/sight-from.js';

type SignalTrigger = Extract<EventTrigger, { readonly kind: 'signal' }>;

/** Begins to listen for the signal of an event (BPMN 2.0.2 §10.5.5), by its name. */
export function listenForSignal(
  work: WorkingCopy,
  element: ElementInstance,
  event: { readonly node: string; readonly part?: number; readonly trigger: SignalTrigger },
): Problem | undefined {
  const { trigger, ...place } = event;
  const signal = evaluateText(trigger.signal, sightFrom(work, element.id));
  if (!signal.ok) return signal.problem;

  const subscription = {
    kind: 'signal',
    id: work.nextId<'Subscription'>(),
    elementInstanceId: element.id,
    ...place,
    signal: signal.value,
  } as const;
  work.record({ type: 'EventSubscribed', subscription });
  return undefined;
}
