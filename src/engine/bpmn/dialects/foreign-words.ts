import { splitName } from '../../xml/read-xml.js';
import { attributeOf, type XmlElement } from '../../xml/xml-node.js';
import { error, warning, type Diagnostic } from '../../xml/diagnostic.js';
import { modelNamespace } from '../document/plain-bpmn.js';
import { bpmnChildren, childElements, vendorNamespaces } from './dialect-words.js';

const vendors: ReadonlySet<string> = new Set([...vendorNamespaces.camunda7, ...vendorNamespaces.zeebe]);
const code: ReadonlySet<string> = new Set(['class', 'expression', 'delegateExpression', 'script']);

/**
 * Words of vendors in a document that is read without their dialect: code is refused, because the author means it to
 * run; everything else is ignored with a warning for each element.
 */
export function foreignWords(element: XmlElement, around: string | null = null): readonly Diagnostic[] {
  if (element.namespace !== modelNamespace) return [];
  const id = attributeOf(element, 'id') ?? around;
  const words = [
    ...wordsOn(element),
    ...bpmnChildren(element, 'extensionElements').flatMap(childElements).flatMap(wordsIn),
  ];
  const inner = childElements(element).flatMap((child) =>
    child.local === 'extensionElements' ? [] : foreignWords(child, id),
  );
  if (words.length === 0) return inner;
  const codeWord = words.find((word) => code.has(splitName(word)[1]));
  return [codeWord === undefined ? ignored(id, words) : refused(id, codeWord), ...inner];
}

const wordsOn = (element: XmlElement): readonly string[] =>
  element.attributes
    .map(({ name }) => name)
    .filter((name) => vendors.has(element.prefixes.get(splitName(name)[0]) ?? '') && name.includes(':'));

function wordsIn(element: XmlElement): readonly string[] {
  if (!vendors.has(element.namespace)) return [];
  const attributes = element.attributes.map(({ name }) => name).filter((name) => code.has(name));
  return [element.name, ...attributes, ...childElements(element).flatMap(wordsIn)];
}

const refused = (element: string | null, word: string): Diagnostic =>
  error('vendor-code', element, {
    message: `Expected no code, but '${element ?? 'the document'}' has ${word}, which is never run`,
    melding: `«${word}» viser til kode, og slik kode kjøres aldri. Bruk en tjenesteoppgave med boligflyt:jobType.`,
  });

const ignored = (element: string | null, words: readonly string[]): Diagnostic =>
  warning('vendor-words', element, {
    message: `Expected BPMN and boligflyt, but '${element ?? 'the document'}' has ${[...new Set(words)].join(', ')}, which is ignored`,
    melding: `${[...new Set(words)].join(', ')} blir ikke lest. Skriv det med boligflyt-utvidelsen.`,
  });
