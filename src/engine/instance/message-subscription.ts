import type { EventTrigger } from '../definition/event-definition.js';
import { evaluateExpression, expressionProblem, type Evaluated } from './evaluate-mappings.js';
import type { Problem } from './problem.js';
import type { ElementInstance, MessageSubscription } from './process-instance.js';
import { variablesInSight } from './read-variables.js';
import type { WorkingCopy } from './working-copy.js';

type MessageTrigger = Extract<EventTrigger, { readonly kind: 'message' }>;

/** Begins to wait for the message of an event (BPMN 2.0.2 §10.5.5.9), by name and correlation key. */
export function subscribe(
  work: WorkingCopy,
  element: ElementInstance,
  event: { readonly node: string; readonly trigger: MessageTrigger },
): Problem | undefined {
  const { message } = event.trigger;
  const key = correlationKey(work, element, event.trigger);
  if (!key.ok) return key.problem;

  const subscription = {
    kind: 'message',
    id: work.nextId<'Subscription'>(),
    elementInstanceId: element.id,
    node: event.node,
    message,
  } as const;
  work.record({
    type: 'MessageSubscribed',
    subscription: key.value === undefined ? subscription : { ...subscription, correlationKey: key.value },
  });
  return undefined;
}

/** Goes on waiting after a message came, under a new id: the same delivery twice meets nothing. */
export function subscribeAgain(work: WorkingCopy, subscription: MessageSubscription): void {
  work.record({ type: 'MessageSubscribed', subscription: { ...subscription, id: work.nextId<'Subscription'>() } });
}

function correlationKey(
  work: WorkingCopy,
  element: ElementInstance,
  { message, correlationKey: source }: MessageTrigger,
): Evaluated<string | undefined> {
  if (source === undefined) return { ok: true, value: undefined };

  const evaluated = evaluateExpression(source, variablesInSight(work.instance(), element.id));
  if (!evaluated.ok) return evaluated;
  const { value } = evaluated;
  return typeof value === 'string' || typeof value === 'number'
    ? { ok: true, value: String(value) }
    : expressionProblem(
        `Expected '${source}' to be the correlation key of message '${message}', but got ${JSON.stringify(value)}`,
      );
}
