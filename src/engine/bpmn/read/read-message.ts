import type { FeelSource, FeelText } from '../../definition/activity-parts.js';
import { warning, type Diagnostic } from '../../xml/diagnostic.js';
import { elementOf, feelAttribute, idOfElement, textOf, type ModdleElement } from '../document/moddle-element.js';
import type { Reading } from './reading.js';

/** The message that a definition or a task refers to, itself or through its operation (BPMN 2.0.2 §8.4.11). */
export function messageOf(reference: ModdleElement): ModdleElement | undefined {
  const operation = elementOf(reference, 'operationRef');
  return elementOf(reference, 'messageRef') ?? (operation && elementOf(operation, 'inMessageRef'));
}

/** Name of the message that an event or task sends or takes; where the diagram names none, its own id. */
export function messageName(reading: Reading, node: ModdleElement, message: ModdleElement | undefined): FeelText {
  const id = idOfElement(node);
  const named = message && (textOf(message, 'name') ?? textOf(message, 'id'));
  const name = named ?? reading.flowingMessages.get(id);
  if (name === undefined) reading.report(noMessage(id));
  return name ?? id;
}

/** FEEL giving the key that a receiver waits for. */
export function awaitedKey(
  reading: Reading,
  process: string,
  message: ModdleElement | undefined,
): FeelSource | undefined {
  if (message === undefined) return undefined;
  return (
    feelAttribute(message, 'correlationKey') ?? reading.correlations.awaited.get(`${process} ${idOfElement(message)}`)
  );
}

/** FEEL giving the key that a message is sent with. */
export function sentKey(reading: Reading, message: ModdleElement | undefined): FeelSource | undefined {
  if (message === undefined) return undefined;
  return feelAttribute(message, 'correlationKey') ?? reading.correlations.sent.get(idOfElement(message));
}

const noMessage = (id: string): Diagnostic =>
  warning('missing-message', id, {
    message: `Expected '${id}' to refer to a message with a name, but it does not: the message is called '${id}'`,
    melding:
      'Velg hvilken melding det gjelder, og gi meldingen et navn. Til da heter meldingen det samme som elementet.',
  });
