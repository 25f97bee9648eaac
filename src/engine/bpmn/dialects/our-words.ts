import type { XmlElement, XmlNode } from '../../xml/xml-node.js';
import { boligflytModdle } from '../document/boligflyt-moddle.js';
import { modelNamespace } from '../document/plain-bpmn.js';
import { bpmnChildren } from './dialect-words.js';

/** What a vendor's words are in ours: attributes of our namespace, and elements for the extension. */
export interface OurWords {
  /** Values by local name; those that are undefined are not written. */
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  readonly extensions?: readonly XmlElement[];
}

/** An element of our namespace. */
export const ourElement = (local: string, attributes: Readonly<Record<string, string>>): XmlElement => ({
  kind: 'element',
  name: `boligflyt:${local}`,
  local,
  namespace: boligflytModdle.uri,
  prefixes: new Map(),
  attributes: Object.entries(attributes).map(([name, value]) => ({ name, value })),
  children: [],
});

/** The element with what it says in our words beside what it says already; our own words in the document go first. */
export function withOurWords(element: XmlElement, { attributes = {}, extensions = [] }: OurWords): XmlElement {
  const written = new Set(element.attributes.map(({ name }) => name));
  const added = Object.entries(attributes)
    .map(([name, value]) => ({ name: `boligflyt:${name}`, value }))
    .flatMap(({ name, value }) => (value === undefined || written.has(name) ? [] : [{ name, value }]));
  const children = extensions.length === 0 ? element.children : withExtensions(element, extensions);
  return added.length === 0 && children === element.children
    ? element
    : { ...element, attributes: [...element.attributes, ...added], children };
}

function withExtensions(element: XmlElement, extensions: readonly XmlElement[]): readonly XmlNode[] {
  const [written] = bpmnChildren(element, 'extensionElements');
  if (written !== undefined) {
    const extended = { ...written, children: [...written.children, ...extensions] };
    return element.children.map((child) => (child === written ? extended : child));
  }
  const own = bpmnElement(element, 'extensionElements', extensions);
  return [own, ...element.children];
}

/** An element of BPMN to stand in another, written with its prefix. */
export function bpmnElement(parent: XmlElement, local: string, children: readonly XmlNode[]): XmlElement {
  const prefix = parent.name.includes(':') ? `${parent.name.slice(0, parent.name.indexOf(':'))}:` : '';
  const { prefixes } = parent;
  return {
    kind: 'element',
    name: `${prefix}${local}`,
    local,
    namespace: modelNamespace,
    prefixes,
    attributes: [],
    children,
  };
}

/** The element with one attribute of BPMN written otherwise. */
export const withAttribute = (element: XmlElement, name: string, value: string): XmlElement => ({
  ...element,
  attributes: [...element.attributes.filter((attribute) => attribute.name !== name), { name, value }],
});

/** The element without one of its attributes. */
export const withoutAttribute = (element: XmlElement, name: string): XmlElement => ({
  ...element,
  attributes: element.attributes.filter((attribute) => attribute.name !== name),
});

/** The element with this text and nothing else in it. */
export const withText = (element: XmlElement, text: string): XmlElement => ({
  ...element,
  children: [{ kind: 'text', text }],
});
