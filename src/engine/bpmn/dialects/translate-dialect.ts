import { attributeOf, type XmlDocument, type XmlElement } from '../../xml/xml-node.js';
import { boligflytModdle } from '../document/boligflyt-moddle.js';
import type { Diagnostic } from '../../xml/diagnostic.js';
import { modelNamespace } from '../document/plain-bpmn.js';
import type { Dialect } from '../read/read-options.js';
import { translateCamunda } from './camunda/translate-camunda.js';
import type { DialectPlace } from './dialect-words.js';
import { foreignWords } from './foreign-words.js';
import { translateZeebe } from './zeebe/translate-zeebe.js';

/** A document in BPMN and our own words, and what was found when a vendor's words were translated. */
export interface TranslatedDocument {
  readonly document: XmlDocument;
  readonly found: readonly Diagnostic[];
}

const translations: Readonly<Record<Dialect, (element: XmlElement, place: DialectPlace) => XmlElement>> = {
  camunda7: translateCamunda,
  zeebe: translateZeebe,
};

/**
 * Says in our words what a document says in a vendor's, so that nobody who reads it further must know vendors. What
 * has no meaning here is left out with a warning, code is refused.
 */
export function translateDialect(document: XmlDocument, dialect: Dialect | undefined): TranslatedDocument {
  const found: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => {
    found.push(diagnostic);
  };
  const { root } = document;
  if (dialect === undefined) return { document, found: foreignWords(root) };

  const translated = translateTree(root, { element: null, report }, translations[dialect]);
  return { document: { ...document, root: withOurNamespace(translated) }, found };
}

// Authors know nodes, flows and root elements by their ids, not what stands inside them.
const isKnownById = (element: XmlElement): boolean =>
  !/Definition$|^(?:.*Expression|.*LoopCharacteristics)$/.test(element.local);

function translateTree(
  element: XmlElement,
  place: DialectPlace,
  translate: (element: XmlElement, place: DialectPlace) => XmlElement,
): XmlElement {
  if (element.namespace !== modelNamespace || element.local === 'extensionElements') return element;
  const id = isKnownById(element) ? attributeOf(element, 'id') : undefined;
  const here = { ...place, element: id ?? place.element };
  const children = element.children.map((child) =>
    child.kind === 'element' ? translateTree(child, here, translate) : child,
  );
  return translate({ ...element, children }, here);
}

function withOurNamespace(root: XmlElement): XmlElement {
  if (root.prefixes.has('boligflyt')) return root;
  return {
    ...root,
    prefixes: new Map([...root.prefixes, ['boligflyt', boligflytModdle.uri]]),
    attributes: [...root.attributes, { name: 'xmlns:boligflyt', value: boligflytModdle.uri }],
  };
}
