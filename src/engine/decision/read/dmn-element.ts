import { plainNameOf } from '../../expression/syntax/known-names.js';

/** An element of the document as dmn-moddle gives it: asked by name, never trusted to have a type. */
export interface DmnElement {
  readonly $type: string;
  get(name: string): unknown;
}

/** Whether a value from dmn-moddle is an element. */
export function isDmnElement(value: unknown): value is DmnElement {
  return typeof value === 'object' && value !== null && '$type' in value && 'get' in value;
}

/** Text of an attribute or child; absent when it is missing or blank. */
export function textOf(element: DmnElement, name: string): string | undefined {
  const value = element.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** A child element. */
export function elementOf(element: DmnElement, name: string): DmnElement | undefined {
  const value = element.get(name);
  return isDmnElement(value) ? value : undefined;
}

/** All children of one name. */
export function elementsOf(element: DmnElement, name: string): readonly DmnElement[] {
  const value = element.get(name);
  return Array.isArray(value) ? value.filter(isDmnElement) : [];
}

/** What the author calls this version of a decision, in the words of Camunda 7 or 8: DMN itself has none. */
export function versionTagOf(element: DmnElement): string | undefined {
  const extensions = elementOf(element, 'extensionElements');
  const tag = extensions && elementsOf(extensions, 'values').find(({ $type }) => $type === 'zeebe:versionTag');
  return textOf(element, 'camunda:versionTag') ?? (tag && textOf(tag, 'value'));
}

/** The name of an element as people read it: runs of white space are one space. Empty when it has none. */
export const nameOf = (element: DmnElement): string => (textOf(element, 'name') ?? '').replace(/\s+/g, ' ');

/** The name of a variable as FEEL sees it: `Rate / year` and `Rate/year` are one (DMN 1.5 §10.3.1.2). */
export const feelNameOf = (element: DmnElement): string => plainNameOf(nameOf(element));

/** The name by which other elements see a value: that of its variable, else its own (DMN 1.5 §7.3.1). */
export function variableNameOf(element: DmnElement): string {
  const variable = elementOf(element, 'variable');
  return (variable && feelNameOf(variable)) || feelNameOf(element);
}
