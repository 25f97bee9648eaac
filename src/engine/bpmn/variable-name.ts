import { elementOf, idOfElement, textOf, type ModdleElement } from './moddle-element.js';

/**
 * The variable that an element which holds something is seen as (BPMN 2.0.2 §10.4.1): its name, or its id if it has
 * none. A reference is what it refers to; only where a drawing tool made up the id is it the reference that has the name.
 */
export function variableName(element: ModdleElement): string {
  const object = elementOf(element, 'dataObjectRef') ?? elementOf(element, 'dataStoreRef');
  if (object === undefined) return textOf(element, 'name') ?? idOfElement(element);

  const id = idOfElement(object);
  const isMadeUp = /^Data(?:Object|Store)_/.test(id);
  return textOf(object, 'name') ?? (isMadeUp ? textOf(element, 'name') : undefined) ?? id;
}

const plainName = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** FEEL that gives what a worker or a message brought under the name of an output, or under its id. */
export function broughtAs(output: ModdleElement): string {
  const name = variableName(output);
  const id = idOfElement(output);
  return name === id || !plainName.test(id) ? name : `if ${name} = null then ${id} else ${name}`;
}
