import { error, type Diagnostic } from './diagnostic.js';
import { elementOf, elementsOf, idOfElement, textOf, type ModdleElement } from './moddle-element.js';

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
    case 'bpmn:ServiceTask':
      return textOf(element, 'jobType') === undefined
        ? missing(element, 'boligflyt:jobType', 'Sett boligflyt:jobType, for eksempel «send-brev».')
        : [];
    default:
      return noMessageName(element);
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
  if (elementsOf(element, 'eventDefinitions').length > 0) return noMessageName(element);
  return [
    error('missing-trigger', idOfElement(element), {
      message: `Expected event '${idOfElement(element)}' to wait for a timer or a message, but it waits for nothing`,
      melding: 'Hendelsen venter ikke på noe. Gjør den til en tidshendelse eller en meldingshendelse.',
    }),
  ];
}

function noMessageName(element: ModdleElement): readonly Diagnostic[] {
  return elementsOf(element, 'eventDefinitions')
    .filter(({ $type }) => $type === 'bpmn:MessageEventDefinition')
    .filter((trigger) => textOf(elementOf(trigger, 'messageRef') ?? trigger, 'name') === undefined)
    .map(() =>
      error('missing-message', idOfElement(element), {
        message: `Expected event '${idOfElement(element)}' to refer to a message with a name, but it does not`,
        melding: 'Velg hvilken melding hendelsen venter på, og gi meldingen et navn.',
      }),
    );
}
