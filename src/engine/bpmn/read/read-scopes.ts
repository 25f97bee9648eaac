import type { FlowNode } from '../../definition/flow-node.js';
import type { DeclaredVariable, Scope } from '../../definition/process-definition.js';
import { elementOf, elementsOf, idOfElement, present, textOf, type ModdleElement } from '../document/moddle-element.js';
import { variableName } from './variable-name.js';

/** A scope's element in the document and the scope around it. */
export interface WrittenScope {
  readonly element: ModdleElement;
  readonly parent?: string;
}

/** A process or sub-process as a scope, with the nodes that stand directly in it (BPMN 2.0.2 §10.3.5). */
export function readScope({ element, parent }: WrittenScope, nodes: readonly FlowNode[]): Scope {
  const id = idOfElement(element);
  const inside = nodes.filter((node) => node.scope === id);
  return {
    id,
    ...present('parent', parent),
    nodes: inside.map((node) => node.id),
    startEvents: inside.filter((node) => node.kind === 'startEvent').map((node) => node.id),
    eventSubProcesses: inside.filter((node) => node.kind === 'eventSubProcess').map((node) => node.id),
    variables: declaredIn(element),
  };
}

/** Every scope of a process, the process first. */
export const scopesIn = (element: ModdleElement, parent?: string): readonly WrittenScope[] => [
  { element, ...present('parent', parent) },
  ...elementsOf(element, 'flowElements')
    .filter((inner) => inner.get('flowElements') !== undefined)
    .flatMap((inner) => scopesIn(inner, idOfElement(element))),
];

// Properties and data objects live as long as the scope that they stand in (BPMN 2.0.2 §10.4.1).
function declaredIn(container: ModdleElement): readonly DeclaredVariable[] {
  const elements = elementsOf(container, 'flowElements');
  const references = elements.filter((one) => one.$type === 'bpmn:DataObjectReference');
  const referred = new Set(references.map((reference) => elementOf(reference, 'dataObjectRef')));
  const objects = elements.filter((one) => one.$type === 'bpmn:DataObject' && !referred.has(one));
  const initiators = elements.flatMap((one) => textOf(one, 'initiator') ?? []);
  const held = [...elementsOf(container, 'properties'), ...objects, ...references].map(variableName);
  const names = [...held, ...initiators];
  return [...new Set(names)].filter((name) => name !== '').map((name) => ({ name }));
}
