import type { JsonObject } from '../../../shared/json.js';
import type { EventResult } from '../../definition/event-definition.js';
import { evaluateText } from '../flow/feel-text.js';
import { correlationKeyOf } from './message-subscription.js';
import type { Problem } from '../flow/problem.js';
import { recordThrown, sightOf, type Thrower } from './thrower.js';
import type { WorkingCopy } from '../flow/working-copy.js';

/** Sends a message with these variables (BPMN 2.0.2 §10.5.5); who gets it is found after the commit. */
export function throwMessage(
  work: WorkingCopy,
  thrower: Thrower,
  sent: { readonly result: Extract<EventResult, { readonly kind: 'message' }>; readonly variables: JsonObject },
): Problem | undefined {
  const { result, variables } = sent;
  const sight = sightOf(work, thrower);
  const message = evaluateText(result.message, sight);
  if (!message.ok) return message.problem;
  const key = correlationKeyOf(result, sight);
  if (!key.ok) return key.problem;

  recordThrown(work, thrower, { kind: 'message', name: message.value });
  work.record({
    type: 'MessageThrown',
    messageId: work.nextId(),
    node: thrower.node,
    message: message.value,
    ...(key.value === undefined ? {} : { correlationKey: key.value }),
    targets: result.targets,
    variables,
  });
  return undefined;
}
