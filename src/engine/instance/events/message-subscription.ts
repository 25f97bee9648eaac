import type { EventTrigger } from '../../definition/event-definition.js';
import { evaluateExpression, expressionProblem, type Evaluated } from '../flow/evaluate-mappings.js';
import { evaluateText } from '../flow/feel-text.js';
import type { Problem } from '../flow/problem.js';
import type { ElementInstance } from '../state/process-instance.js';
import type { WorkingCopy } from '../flow/working-copy.js';
import { sightFrom } from '../flow/sight-from.js';
import type { Sight } from '../../expression/sight.js';

type MessageTrigger = Extract<EventTrigger, { readonly kind: 'message' }>;

/** Begins to wait for the message of an event (BPMN 2.0.2 §10.5.5), by name and correlation key. */
export function subscribe(
  work: WorkingCopy,
  element: ElementInstance,
  event: { readonly node: string; readonly part?: number; readonly trigger: MessageTrigger },
): Problem | undefined {
  const { trigger, ...place } = event;
  const sight = sightFrom(work, element.id);
  const message = evaluateText(trigger.message, sight);
  if (!message.ok) return message.problem;
  const key = correlationKeyOf(trigger, sight);
  if (!key.ok) return key.problem;

  const id = work.nextId<'Subscription'>();
  const subscription = {
    kind: 'message',
    id,
    elementInstanceId: element.id,
    ...place,
    message: message.value,
  } as const;
  work.record({
    type: 'MessageSubscribed',
    subscription: key.value === undefined ? subscription : { ...subscription, correlationKey: key.value },
  });
  return undefined;
}

/** The key by which a message finds its receiver; undefined where the diagram names none. */
export function correlationKeyOf(
  { message, correlationKey: source }: Pick<MessageTrigger, 'message' | 'correlationKey'>,
  sight: Sight,
): Evaluated<string | undefined> {
  if (source === undefined) return { ok: true, value: undefined };

  const evaluated = evaluateExpression(source, sight);
  if (!evaluated.ok) return evaluated;
  const { value } = evaluated;
  return typeof value === 'string' || typeof value === 'number'
    ? { ok: true, value: String(value) }
    : expressionProblem(
        `Expected '${source}' to be the correlation key of message '${message}', but got ${JSON.stringify(value)}`,
      );
}
