import { elementOf, type ModdleElement } from '../document/moddle-element.js';
import { eventDefinitionsOf } from './event-definitions-of.js';

/** The item definitions of what comes into and goes out of an activity or event, where it is one message or the like. */
export interface CarriedItems {
  /** Of its only data input: what is sent. */
  readonly input?: ModdleElement | undefined;
  /** Of its only data output: what has come. */
  readonly output?: ModdleElement | undefined;
}

/**
 * What an element carries by its message, operation, signal, error or escalation: its data input or output is of the same
 * item (BPMN 2.0.2 §8.4.11, §10.3.3, §10.5.1), so that a diagram need not say it twice.
 */
export function carriedBy(element: ModdleElement): CarriedItems {
  const operation = elementOf(element, 'operationRef');
  const message = elementOf(element, 'messageRef');
  if (message !== undefined) return { input: itemOf(message), output: itemOf(message) };
  if (operation !== undefined) {
    return {
      input: itemOf(elementOf(operation, 'inMessageRef')),
      output: itemOf(elementOf(operation, 'outMessageRef') ?? elementOf(operation, 'inMessageRef')),
    };
  }
  const [definition, ...others] = eventDefinitionsOf(element);
  const item = definition === undefined || others.length > 0 ? undefined : itemOf(thrownBy(definition));
  return { input: item, output: item };
}

function thrownBy(definition: ModdleElement): ModdleElement | undefined {
  const operation = elementOf(definition, 'operationRef');
  const message = elementOf(definition, 'messageRef') ?? (operation && elementOf(operation, 'inMessageRef'));
  return message ?? ['signalRef', 'errorRef', 'escalationRef'].map((name) => elementOf(definition, name)).find(Boolean);
}

const itemOf = (carrier: ModdleElement | undefined): ModdleElement | undefined =>
  carrier && (elementOf(carrier, 'itemRef') ?? elementOf(carrier, 'structureRef'));
