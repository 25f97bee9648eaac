/** An element of the document as bpmn-moddle gives it: asked by name, never trusted to have a type. */
export interface ModdleElement {
  readonly $type: string;
  /** The element around it. */
  readonly $parent?: unknown;
  readonly $descriptor?: { readonly properties: readonly ModdleProperty[] };
  /** Attributes that no package of ours knows, by the name that is written. */
  readonly $attrs?: Readonly<Record<string, unknown>>;
  get(name: string): unknown;
  set(name: string, value: unknown): void;
}

interface ModdleProperty {
  readonly name: string;
  readonly isReference?: boolean;
  readonly isAttr?: boolean;
}

/** The elements written directly inside an element, extensions included, in the order of their kinds. */
export function childrenOf(element: ModdleElement): readonly ModdleElement[] {
  return (element.$descriptor?.properties ?? []).flatMap(({ name, isReference, isAttr }): readonly ModdleElement[] => {
    if (isReference === true || isAttr === true) return [];
    const value = element.get(name);
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.filter(isModdleElement);
  });
}

/** An element and everything inside it. */
export function elementsIn(element: ModdleElement): readonly ModdleElement[] {
  const found: ModdleElement[] = [];
  const visit = (visited: ModdleElement): void => {
    found.push(visited);
    childrenOf(visited).forEach(visit);
  };
  visit(element);
  return found;
}

/** Whether a value from bpmn-moddle is an element. */
export function isModdleElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value && 'get' in value;
}

/** Text of an attribute or child; absent when it is missing or blank. */
export function textOf(element: ModdleElement, name: string): string | undefined {
  const value = element.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** A whole number; NaN when something else is written, absent when nothing is. */
export function numberOf(element: ModdleElement, name: string): number | undefined {
  const value = element.get(name);
  return typeof value === 'number' ? value : undefined;
}

/** Whether an attribute is `true` (or is true by default in BPMN). */
export const isSet = (element: ModdleElement, name: string): boolean => element.get(name) === true;

/** What an attribute says that may be true or false; absent when it says neither. */
export function truthOf(element: ModdleElement, name: string): boolean | undefined {
  const value = element.get(name);
  return typeof value === 'boolean' ? value : undefined;
}

/** A child or a referenced element. */
export function elementOf(element: ModdleElement, name: string): ModdleElement | undefined {
  const value = element.get(name);
  return isModdleElement(value) ? value : undefined;
}

/** All children or referenced elements of one name. */
export function elementsOf(element: ModdleElement, name: string): readonly ModdleElement[] {
  const value = element.get(name);
  return Array.isArray(value) ? value.filter(isModdleElement) : [];
}

/** The children of `extensionElements` of one type of ours, e.g. `boligflyt:Input`. */
export function extensionsOf(element: ModdleElement, type: string): readonly ModdleElement[] {
  const extensions = elementOf(element, 'extensionElements');
  return extensions ? elementsOf(extensions, 'values').filter((value) => value.$type === type) : [];
}

/** Id of an element; empty when it has none, which the document rules refuse. */
export const idOfElement = (element: ModdleElement): string => textOf(element, 'id') ?? '';

/** Id of a referenced element. */
export function idOfReference(element: ModdleElement, name: string): string | undefined {
  const referenced = elementOf(element, name);
  return referenced && textOf(referenced, 'id');
}

/** FEEL of an expression child; absent when there is none. */
export function feelBody(element: ModdleElement, name: string): string | undefined {
  const body = bodyOf(element, name);
  return body === undefined ? undefined : feelOf(body);
}

/** Body of an expression child, e.g. of `timeDuration`. */
export function bodyOf(element: ModdleElement, name: string): string | undefined {
  const expression = elementOf(element, name);
  return expression && textOf(expression, 'body');
}

/** FEEL as written, without the leading `=` that tells it from plain text. */
export const feelOf = (text: string): string => text.replace(/^\s*=/, '').trim();

/** FEEL of an attribute that is FEEL by nature; absent when the attribute is. */
export function feelAttribute(element: ModdleElement, name: string): string | undefined {
  const text = textOf(element, name);
  return text === undefined ? undefined : feelOf(text);
}

/** Texts, each plain or FEEL: FEEL alone when it begins with `=`, else words between spaces or commas. */
export function textsOf(element: ModdleElement, name: string): readonly string[] {
  const value = element.get(name);
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string');
  const text = textOf(element, name) ?? '';
  return text.startsWith('=') ? [text] : text.split(/[\s,]+/).filter(Boolean);
}

/** Space-separated names. */
export const namesOf = (text: string | undefined): readonly string[] => text?.split(/\s+/).filter(Boolean) ?? [];

/** `{ [name]: value }`, or nothing when there is no value: how an optional property is left out, not set to undefined. */
export function present<Name extends string, const Value>(
  name: Name,
  value: Value | undefined,
): { readonly [Key in Name]?: Value } {
  return value === undefined ? {} : setOf(name, value);
}

function setOf<Name extends string, const Value>(name: Name, value: Value): { readonly [Key in Name]?: Value } {
  const one: { [Key in Name]?: Value } = {};
  one[name] = value;
  return one;
}
