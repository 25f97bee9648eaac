import type { EventTrigger } from '../../definition/event-definition.js';
import { eventDefinitionsOf } from './event-definitions-of.js';
import { elementOf, feelBody, isSet, present, textOf, type ModdleElement } from '../document/moddle-element.js';
import { awaitedKey, messageName, messageOf } from './read-message.js';
import { codeOf, linkOf, signalOf } from './read-references.js';
import { readTimer } from './read-timer.js';
import type { Reading } from './reading.js';

/** Where an event stands: the key of its process. */
export interface EventPlace {
  readonly reading: Reading;
  readonly process: string;
}

/** What makes an event occur. A timer that says nothing is read as an empty duration, which the timer rule refuses. */
export function readTrigger(event: ModdleElement, place: EventPlace): EventTrigger {
  const triggers = eventDefinitionsOf(event).flatMap((written) => triggerOf(written, event, place) ?? []);
  const [first = { kind: 'none' }] = triggers;
  return triggers.length < 2 ? first : { kind: 'multiple', triggers, parallel: isSet(event, 'parallelMultiple') };
}

function triggerOf(written: ModdleElement, event: ModdleElement, place: EventPlace): EventTrigger | undefined {
  switch (written.$type) {
    case 'bpmn:TimerEventDefinition':
      return { kind: 'timer', schedule: readTimer(written) ?? { kind: 'duration', expression: '""' } };
    case 'bpmn:MessageEventDefinition':
      return messageTrigger(event, messageOf(written), place);
    case 'bpmn:SignalEventDefinition':
      return { kind: 'signal', signal: signalOf(written) };
    case 'bpmn:ConditionalEventDefinition':
      return { kind: 'conditional', condition: feelBody(written, 'condition') ?? '' };
    case 'bpmn:ErrorEventDefinition':
      return errorTrigger(written);
    case 'bpmn:EscalationEventDefinition':
      return escalationTrigger(written);
    case 'bpmn:CompensateEventDefinition':
      return { kind: 'compensation' };
    case 'bpmn:CancelEventDefinition':
      return { kind: 'cancel' };
    case 'bpmn:LinkEventDefinition':
      return { kind: 'link', link: linkOf(written, event) };
    default:
      return undefined;
  }
}

/** The wait for a message, of an event or a receive task. */
export function messageTrigger(
  node: ModdleElement,
  message: ModdleElement | undefined,
  { reading, process }: EventPlace,
): Extract<EventTrigger, { readonly kind: 'message' }> {
  return {
    kind: 'message',
    message: messageName(reading, node, message),
    ...present('correlationKey', awaitedKey(reading, process, message)),
  };
}

function errorTrigger(written: ModdleElement): EventTrigger {
  return {
    kind: 'error',
    ...present('code', codeOf(elementOf(written, 'errorRef'), 'errorCode')),
    ...present('codeVariable', textOf(written, 'codeVariable')),
    ...present('messageVariable', textOf(written, 'messageVariable')),
  };
}

function escalationTrigger(written: ModdleElement): EventTrigger {
  return {
    kind: 'escalation',
    ...present('code', codeOf(elementOf(written, 'escalationRef'), 'escalationCode')),
    ...present('codeVariable', textOf(written, 'codeVariable')),
  };
}
