import { splitName } from '../../xml/read-xml.js';
import type { XmlElement } from '../../xml/xml-node.js';
import type { Diagnostic } from '../../xml/diagnostic.js';
import { modelNamespace } from '../document/plain-bpmn.js';

/** Where a vendor's word was found, and whom to tell about it. */
export interface DialectPlace {
  /** Id of the nearest element that authors know. */
  readonly element: string | null;
  readonly report: (found: Diagnostic) => void;
}

/** The namespaces of the vendors whose words we understand. */
export const vendorNamespaces: Readonly<Record<'zeebe' | 'camunda7', ReadonlySet<string>>> = {
  zeebe: new Set(['http://camunda.org/schema/zeebe/1.0']),
  camunda7: new Set([
    'http://camunda.org/schema/1.0/bpmn',
    'http://camunda.org/bpmn',
    'http://activiti.org/bpmn',
    'http://flowable.org/bpmn',
    'http://operaton.org/schema/1.0/bpmn',
  ]),
};

/** Value of a vendor's attribute, whatever prefix the document gives the vendor; absent when it is missing or blank. */
export function vendorAttribute(
  element: XmlElement,
  namespaces: ReadonlySet<string>,
  name: string,
): string | undefined {
  const found = element.attributes.find((attribute) => {
    const [prefix, local] = splitName(attribute.name);
    return local === name && prefix !== '' && namespaces.has(element.prefixes.get(prefix) ?? '');
  });
  const value = found?.value.trim();
  return value === '' ? undefined : value;
}

/** Elements of a vendor directly in an element. */
export const vendorChildren = (
  element: XmlElement,
  namespaces: ReadonlySet<string>,
  local?: string,
): readonly XmlElement[] =>
  childElements(element).filter(
    (child) => namespaces.has(child.namespace) && (local === undefined || child.local === local),
  );

/** Elements of a vendor in the extension of an element. */
export const vendorExtensions = (
  element: XmlElement,
  namespaces: ReadonlySet<string>,
  local?: string,
): readonly XmlElement[] =>
  bpmnChildren(element, 'extensionElements').flatMap((extension) => vendorChildren(extension, namespaces, local));

/** Elements directly in an element. */
export const childElements = (element: XmlElement): readonly XmlElement[] =>
  element.children.filter((child) => child.kind === 'element');

/** Elements of BPMN directly in an element. */
export const bpmnChildren = (element: XmlElement, local: string): readonly XmlElement[] =>
  childElements(element).filter((child) => child.local === local && child.namespace === modelNamespace);

/** The text in an element, without the space around it. */
export const textIn = (element: XmlElement): string =>
  element.children
    .map((child) => (child.kind === 'text' || child.kind === 'cdata' ? child.text : ''))
    .join('')
    .trim();
