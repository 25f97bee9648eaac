import { error, type Diagnostic } from './diagnostic.js';
import { eventDefinitionsOf } from './event-definitions-of.js';
import { elementOf, idOfElement, textOf, type ModdleElement } from './moddle-element.js';

/** References and attributes without which an element cannot be read at all. */
export function requiredReferences(element: ModdleElement): readonly Diagnostic[] {
  switch (element.$type) {
    case 'bpmn:SequenceFlow':
      return [
        ...missing(element, 'sourceRef', 'Flyten mangler start.'),
        ...missing(element, 'targetRef', 'Flyten mangler mål.'),
      ];
    case 'bpmn:BoundaryEvent':
      return [
        ...missing(element, 'attachedToRef', 'Hendelsen sitter ikke på noe. Fest den til en oppgave.'),
        ...noTrigger(element),
      ];
    case 'bpmn:IntermediateCatchEvent':
      return noTrigger(element);
    case 'bpmn:CallActivity':
      return textOf(element, 'calledElement') === undefined
        ? missing(element, 'calledElement', 'Velg hvilken prosess som skal kalles.')
        : [];
    default:
      return noSignal(element);
  }
}

function missing(element: ModdleElement, reference: string, melding: string): readonly Diagnostic[] {
  if (elementOf(element, reference) !== undefined) return [];
  return [
    error('missing-reference', idOfElement(element), {
      message: `Expected '${idOfElement(element)}' to have ${reference}, but it has none`,
      melding,
    }),
  ];
}

function noTrigger(element: ModdleElement): readonly Diagnostic[] {
  if (eventDefinitionsOf(element).length > 0) return noSignal(element);
  return [
    error('missing-trigger', idOfElement(element), {
      message: `Expected event '${idOfElement(element)}' to wait for something, but it waits for nothing`,
      melding: 'Hendelsen venter ikke på noe. Gjør den til en tidshendelse eller en meldingshendelse.',
    }),
  ];
}

function noSignal(element: ModdleElement): readonly Diagnostic[] {
  return eventDefinitionsOf(element)
    .filter(({ $type }) => $type === 'bpmn:SignalEventDefinition')
    .filter((trigger) => elementOf(trigger, 'signalRef') === undefined)
    .map(() =>
      error('missing-signal', idOfElement(element), {
        message: `Expected event '${idOfElement(element)}' to refer to a signal, but it does not`,
        melding: 'Velg hvilket signal hendelsen gjelder.',
      }),
    );
}
