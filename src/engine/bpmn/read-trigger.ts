import type { EventTrigger } from '../definition/event-definition.js';
import { elementOf, elementsOf, feelAttribute, present, textOf, type ModdleElement } from './moddle-element.js';
import { readTimer } from './read-timer.js';

/** What makes an event occur. A timer that says nothing is read as an empty duration, which the timer rule refuses. */
export function readTrigger(event: ModdleElement): EventTrigger {
  const written = elementsOf(event, 'eventDefinitions')[0];
  if (written === undefined) return { kind: 'none' };
  if (written.$type === 'bpmn:TimerEventDefinition') {
    return { kind: 'timer', schedule: readTimer(written) ?? { kind: 'duration', expression: '""' } };
  }

  const message = elementOf(written, 'messageRef');
  return {
    kind: 'message',
    message: (message && textOf(message, 'name')) ?? '',
    ...present('correlationKey', message && feelAttribute(message, 'correlationKey')),
  };
}
