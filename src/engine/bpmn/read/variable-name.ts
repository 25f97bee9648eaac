import { elementOf, idOfElement, textOf, type ModdleElement } from '../document/moddle-element.js';

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

/** FEEL that gives a variable; null where FEEL has no word for its name, which then is read by `namesOfValue`. */
export const readInFeel = (name: string): string => (plainName.test(name) ? name : 'null');

/**
 * The names under which the value of an element comes, where FEEL alone cannot ask for it: what a worker or a message
 * brings is called as the output is, or by its id; other names are those that FEEL cannot write.
 */
export function namesOfValue(element: ModdleElement): readonly string[] | undefined {
  const name = variableName(element);
  if (element.$type === 'bpmn:DataOutput') return [...new Set([name, idOfElement(element)])].filter(Boolean);
  return plainName.test(name) ? undefined : [name];
}
