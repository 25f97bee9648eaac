import { error, type Diagnostic } from './diagnostic.js';
import { eventDefinitionsOf } from './event-definitions-of.js';
import { idOfElement, type ModdleElement } from './moddle-element.js';

const catching = ['Message', 'Timer', 'Signal', 'Conditional'];
const failing = ['Error', 'Escalation', 'Compensate'];

// Which events what may happen on (BPMN 2.0.2 §10.5, table 10.93).
const definitions: ReadonlyMap<string, readonly string[]> = new Map([
  ['bpmn:StartEvent', [...catching, ...failing]],
  ['bpmn:IntermediateCatchEvent', [...catching, 'Link']],
  ['bpmn:BoundaryEvent', [...catching, ...failing, 'Cancel']],
  ['bpmn:IntermediateThrowEvent', ['Message', 'Signal', 'Escalation', 'Compensate', 'Link']],
  ['bpmn:EndEvent', ['Message', 'Signal', ...failing, 'Cancel', 'Terminate']],
]);

/** What in a flow element has no meaning where it stands; it is refused rather than executed differently. */
export function unsupportedIn(element: ModdleElement): readonly Diagnostic[] {
  const known = definitions.get(element.$type);
  if (known === undefined) return [];
  return eventDefinitionsOf(element)
    .map(({ $type }) => $type.replace(/^bpmn:(.*)EventDefinition$/, '$1'))
    .filter((kind) => !known.includes(kind))
    .map((kind) => unsupported(element, kind));
}

function unsupported(element: ModdleElement, kind: string): Diagnostic {
  const id = idOfElement(element);
  const type = element.$type.replace('bpmn:', '');
  return error('unsupported-element', id, {
    message: `Expected '${id}' to be something that a ${type} can be, but it has a definition of ${kind}`,
    melding: `En hendelse av denne typen (${type}) kan ikke være «${kind}» (BPMN 2.0, tabell 10.93). Velg en annen.`,
  });
}
