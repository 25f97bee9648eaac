import type { XmlAttribute, XmlDocument, XmlElement, XmlNode } from '../../xml/xml-node.js';
import { attributeOf } from '../../xml/xml-node.js';
import { splitName } from '../../xml/read-xml.js';
import { booleanAttributes, referenceAttributes, referenceElements } from './schema-names.js';

/** The namespace of BPMN's own elements. */
export const modelNamespace = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

const standardNamespaces: ReadonlySet<string> = new Set([
  modelNamespace,
  'http://www.omg.org/spec/BPMN/20100524/DI',
  'http://www.omg.org/spec/DD/20100524/DC',
  'http://www.omg.org/spec/DD/20100524/DI',
]);

/** Whether an element is BPMN's own or its diagram's, not a vendor's. */
export const isStandard = (element: XmlElement): boolean => standardNamespaces.has(element.namespace);

/** A document in the few forms that bpmn-moddle understands, and the ids that were changed on the way. */
export interface PlainBpmn {
  readonly document: XmlDocument;
  /** Written id by the id in `document`; only those that differ. */
  readonly writtenIds: ReadonlyMap<string, string>;
}

/**
 * Writes in one way what XML Schema allows in several: booleans as `1`, space around a reference, references with the
 * prefix of the target namespace, ids beyond ASCII, mark-up in documentation. What refers to an imported document is
 * left out: nothing in this one can resolve it.
 */
export function plainBpmn(document: XmlDocument): PlainBpmn {
  const writtenIds = new Map<string, string>();
  const target = attributeOf(document.root, 'targetNamespace') ?? '';
  const idOf = (written: string): string => {
    if (/^[A-Za-z_][\w.-]*$/.test(written) && !(written in Object.prototype)) return written;
    const plain = `id-${[...written].map((character) => character.codePointAt(0)?.toString(36)).join('-')}`;
    writtenIds.set(plain, written);
    return plain;
  };
  const taken = idsIn(document.root);
  const root = plainElement(document.root, { target, idOf, newId: (kind) => unusedId(kind, taken) });
  return { document: { before: [], root, after: [] }, writtenIds };
}

interface Plainer {
  readonly target: string;
  readonly idOf: (written: string) => string;
  readonly newId: (kind: string) => string;
}

function idsIn(element: XmlElement, found: Set<string> = new Set()): Set<string> {
  const id = attributeOf(element, 'id');
  if (id !== undefined) found.add(id.trim());
  for (const child of element.children) if (child.kind === 'element') idsIn(child, found);
  return found;
}

function unusedId(kind: string, taken: Set<string>): string {
  let number = taken.size + 1;
  while (taken.has(`${kind}-${number}`)) number++;
  taken.add(`${kind}-${number}`);
  return `${kind}-${number}`;
}

// An id is optional in the schema, but a token must be able to say where it stands.
const needsId = /(Flow|Event|[tT]ask|Gateway|^process|ubProcess|^callActivity|^transaction)$/;

function withId(element: XmlElement, attributes: readonly XmlAttribute[], { newId }: Plainer): readonly XmlAttribute[] {
  if (!needsId.test(element.local) || attributeOf(element, 'id') !== undefined) return attributes;
  return [...attributes, { name: 'id', value: newId(element.local) }];
}

function plainElement(element: XmlElement, plainer: Plainer): XmlElement {
  if (!isStandard(element)) return element;
  const attributes = element.attributes.flatMap((attribute) => plainAttribute(element, attribute, plainer));
  if (referenceElements.has(element.local)) {
    const reference = plainReference(element, textIn(element), plainer);
    return { ...element, attributes, children: [{ kind: 'text', text: reference ?? '' }] };
  }
  if (isFormalWithoutType(element)) {
    return {
      ...element,
      attributes: [...attributes, ...formalType(element)],
      children: plainChildren(element, plainer),
    };
  }
  if (element.local === 'globalScriptTask') return withScriptAttribute(element, attributes, plainer);
  return { ...element, attributes: withId(element, attributes, plainer), children: plainChildren(element, plainer) };
}

// Authors often give an expression a language without saying that it is a formal one; only a formal one has a language.
const isFormalWithoutType = (element: XmlElement): boolean =>
  /(?:[cC]ondition|Expression|Cardinality|^time\w+|^from|^to)$/.test(element.local) &&
  attributeOf(element, 'language') !== undefined &&
  element.attributes.every(({ name }) => splitName(name)[1] !== 'type');

function formalType(element: XmlElement): readonly XmlAttribute[] {
  const [prefix] = splitName(element.name);
  return [
    { name: 'xmlns:xsi', value: 'http://www.w3.org/2001/XMLSchema-instance' },
    { name: 'xsi:type', value: prefix === '' ? 'tFormalExpression' : `${prefix}:tFormalExpression` },
  ];
}

// bpmn-moddle knows the script of a global task as an attribute; the schema has it as an element (BPMN 2.0.2 §10.3.7).
function withScriptAttribute(element: XmlElement, attributes: readonly XmlAttribute[], plainer: Plainer): XmlElement {
  const isScript = (child: XmlNode): boolean =>
    child.kind === 'element' && child.local === 'script' && isStandard(child);
  const script = element.children.find(isScript);
  return {
    ...element,
    attributes: script === undefined ? attributes : [...attributes, { name: 'script', value: textIn(script) }],
    children: plainChildren({ ...element, children: element.children.filter((child) => !isScript(child)) }, plainer),
  };
}

function plainChildren(element: XmlElement, plainer: Plainer): readonly XmlNode[] {
  if (element.local === 'extensionElements' || element.local === 'extension') return element.children;
  if (isText(element)) return [{ kind: 'text', text: textIn(element) }];
  return element.children.flatMap((child): readonly XmlNode[] => {
    if (child.kind !== 'element') return child.kind === 'text' || child.kind === 'cdata' ? [child] : [];
    return isLeftOut(element, child, plainer) ? [] : [plainElement(child, plainer)];
  });
}

// Documentation and expressions may hold mark-up of any kind (tBaseElementWithMixedContent, tDocumentation, tText).
const isText = (element: XmlElement): boolean =>
  element.children.some((child) => child.kind === 'element') &&
  element.children.every((child) => child.kind !== 'element' || !isStandard(child)) &&
  (/^(documentation|text|script)$/.test(element.local) ||
    /(ondition|xpression|Cardinality|^time\w+)$/.test(element.local));

const textIn = (node: XmlNode): string => {
  if (node.kind === 'element') return node.children.map(textIn).join('');
  return node.kind === 'text' || node.kind === 'cdata' ? node.text : '';
};

// Two elements of the schema that bpmn-moddle does not know; nothing that is executed asks for them.
const unknownToModdle: ReadonlySet<string> = new Set(['endPointRef', 'messageFlowRef']);

function isLeftOut(parent: XmlElement, child: XmlElement, plainer: Plainer): boolean {
  if (!isStandard(child)) return false;
  if (unknownToModdle.has(child.local) && !parent.local.endsWith('onversationAssociation')) return true;
  return referenceElements.has(child.local) && plainReference(child, textIn(child), plainer) === undefined;
}

function plainAttribute(element: XmlElement, attribute: XmlAttribute, plainer: Plainer): readonly XmlAttribute[] {
  const { name, value } = attribute;
  if (name === 'id') return [{ name, value: plainer.idOf(value.trim()) }];
  if (booleanAttributes.has(name)) return [{ name, value: booleanOf(value) }];
  if (name === 'calledElement') return [{ name, value: localOf(element, value) }];
  if (name === 'structureRef' && element.local === 'itemDefinition') return [{ name, value: typeName(element, value) }];
  if (!referenceAttributes.has(name)) return [attribute];

  const reference = plainReference(element, value, plainer);
  return reference === undefined ? [] : [{ name, value: reference }];
}

// A type is another document's (BPMN 2.0.2 §8.4.10): its namespace says whose, whatever the prefix is called.
function typeName(element: XmlElement, text: string): string {
  const written = text.trim().replace(/\s+/g, ' ');
  const [prefix, local] = splitName(written);
  const namespace = prefix === '' ? undefined : element.prefixes.get(prefix);
  return namespace === undefined ? written : `{${namespace}}${local}`;
}

function booleanOf(value: string): string {
  const text = value.trim();
  if (text === '1') return 'true';
  return text === '0' ? 'false' : text;
}

function localOf(element: XmlElement, value: string): string {
  const [prefix, local] = splitName(value.trim());
  return prefix !== '' && element.prefixes.has(prefix) ? local : value;
}

/** References as ids of this document; undefined when they lead to another document. */
function plainReference(element: XmlElement, text: string, { target, idOf }: Plainer): string | undefined {
  const references = text.split(/\s+/).filter(Boolean);
  const inside = references.flatMap((reference): readonly string[] => {
    const [prefix, local] = splitName(reference);
    const namespace = prefix === '' ? undefined : element.prefixes.get(prefix);
    if (namespace === undefined) return [idOf(reference)];
    return namespace === target ? [idOf(local)] : [];
  });
  return inside.length === 0 && references.length > 0 ? undefined : inside.join(' ');
}
