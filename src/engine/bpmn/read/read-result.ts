import type { EventResult } from '../../definition/event-definition.js';
import { eventDefinitionsOf } from './event-definitions-of.js';
import {
  elementOf,
  idOfElement,
  idOfReference,
  present,
  textOf,
  type ModdleElement,
} from '../document/moddle-element.js';
import { messageName, messageOf, sentKey } from './read-message.js';
import { codeOf, linkOf, signalOf } from './read-references.js';
import { headersOf } from './read-work.js';
import type { Reading } from './reading.js';

/** What a throw or end event does when a token reaches it; several things in the order of the diagram. */
export function readResult(event: ModdleElement, reading: Reading): EventResult {
  return resultOf(eventDefinitionsOf(event), event, reading);
}

/** What event definitions do that stand on `node`. */
export function resultOf(definitions: readonly ModdleElement[], node: ModdleElement, reading: Reading): EventResult {
  const results = definitions.flatMap((written) => oneResult(written, node, reading) ?? []);
  const [first = { kind: 'none' }] = results;
  return results.length < 2 ? first : { kind: 'multiple', results };
}

function oneResult(written: ModdleElement, node: ModdleElement, reading: Reading): EventResult | undefined {
  switch (written.$type) {
    case 'bpmn:MessageEventDefinition':
      return messageResult(written, node, reading);
    case 'bpmn:SignalEventDefinition':
      return { kind: 'signal', signal: signalOf(written) };
    case 'bpmn:ErrorEventDefinition':
      return errorResult(written);
    case 'bpmn:EscalationEventDefinition':
      return {
        kind: 'escalation',
        ...present('code', codeOf(elementOf(written, 'escalationRef'), 'escalationCode')),
      };
    case 'bpmn:TerminateEventDefinition':
      return { kind: 'terminate' };
    case 'bpmn:CompensateEventDefinition':
      return {
        kind: 'compensation',
        ...present('activity', idOfReference(written, 'activityRef')),
        waits: written.get('waitForCompletion') !== false,
      };
    case 'bpmn:CancelEventDefinition':
      return { kind: 'cancel' };
    case 'bpmn:LinkEventDefinition':
      return { kind: 'link', link: linkOf(written, node) };
    default:
      return undefined;
  }
}

/** What sends a message: the engine when the diagram says which, a worker where the definition names its job. */
export function messageResult(
  written: ModdleElement,
  node: ModdleElement,
  reading: Reading,
): Extract<EventResult, { readonly kind: 'message' | 'job' }> {
  const jobType = textOf(written, 'jobType');
  if (jobType !== undefined) return { kind: 'job', jobType, headers: headersOf(written, node) };

  const message = messageOf(written);
  return {
    kind: 'message',
    message: messageName(reading, node, message),
    ...present('correlationKey', sentKey(reading, message)),
    targets: reading.messageTargets.get(idOfElement(node)) ?? [],
  };
}

function errorResult(written: ModdleElement): EventResult {
  const error = elementOf(written, 'errorRef');
  return {
    kind: 'error',
    ...present('code', codeOf(error, 'errorCode')),
    ...present('message', error && textOf(error, 'message')),
  };
}
