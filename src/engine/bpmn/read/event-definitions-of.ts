import { elementsOf, type ModdleElement } from '../document/moddle-element.js';

/** The event definitions of an event: its own and those of the document that it refers to (BPMN 2.0.2 §10.5.5). */
export const eventDefinitionsOf = (event: ModdleElement): readonly ModdleElement[] => [
  ...elementsOf(event, 'eventDefinitions'),
  ...elementsOf(event, 'eventDefinitionRef'),
];
