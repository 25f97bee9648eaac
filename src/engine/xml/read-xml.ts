import { readTag, type Tag } from './read-tag.js';
import type { XmlDocument, XmlElement, XmlNode, XmlText } from './xml-node.js';
import { hasOnlyCharacters, resolveReferences } from './xml-text.js';

/** How much a document may hold; more is not read. */
export interface XmlLimits {
  readonly elements: number;
  readonly depth: number;
  readonly attributes: number;
}

/** A document, or the first thing that is wrong with it and its line. */
export type XmlReading =
  | { readonly ok: true; readonly document: XmlDocument }
  | { readonly ok: false; readonly reason: string; readonly line: number; readonly limit?: keyof XmlLimits };

interface OpenElement extends Omit<XmlElement, 'children'> {
  readonly children: XmlNode[];
}

interface Problem {
  readonly reason: string;
  readonly limit?: keyof XmlLimits;
}

interface Reader {
  readonly xml: string;
  readonly limits: XmlLimits;
  /** What stands outside every element; the root among it. */
  readonly outside: XmlNode[];
  readonly open: OpenElement[];
  readonly elements: XmlElement[];
}

// Where to read on, or why not.
type Step = number | Problem;

const reserved: ReadonlyMap<string, string> = new Map([
  ['', ''],
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
  ['xmlns', 'http://www.w3.org/2000/xmlns/'],
]);

/**
 * Reads a document by the rules of XML 1.0 and its namespaces, without DOCTYPE and entities. Every character is looked
 * at a bounded number of times, whatever the text.
 */
export function readXml(text: string, limits: XmlLimits): XmlReading {
  const xml = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (!hasOnlyCharacters(xml)) return { ok: false, line: 1, reason: 'it has characters that XML does not allow' };

  const reader: Reader = { xml, limits, outside: [], open: [], elements: [] };
  let at = 0;
  while (at < xml.length) {
    const step = readNext(reader, at);
    if (typeof step !== 'number') return { ok: false, line: lineOf(xml, at), ...step };
    at = step;
  }
  const left = reader.open.at(-1);
  if (left !== undefined) return { ok: false, line: lineOf(xml, at), reason: `<${left.name}> is never closed` };
  return documentOf(reader.outside);
}

const lineOf = (xml: string, at: number): number => xml.slice(0, at).split('\n').length;

function documentOf(outside: readonly XmlNode[]): XmlReading {
  const at = outside.findIndex(({ kind }) => kind === 'element');
  const root = outside[at];
  if (root?.kind !== 'element') return { ok: false, line: 1, reason: 'it has no element' };
  const texts = (nodes: readonly XmlNode[]): readonly XmlText[] => nodes.filter((node) => node.kind !== 'element');
  return {
    ok: true,
    document: { before: texts(outside.slice(0, at)), root, after: texts(outside.slice(at + 1)) },
  };
}

function readNext(reader: Reader, at: number): Step {
  const { xml } = reader;
  if (xml.charAt(at) !== '<') return readText(reader, at);
  if (xml.startsWith('<!--', at)) return readComment(reader, at);
  if (xml.startsWith('<![CDATA[', at)) return readCdata(reader, at);
  if (xml.startsWith('<?', at)) return readInstruction(reader, at);
  return xml.startsWith('</', at) ? closeElement(reader, at) : openElement(reader, at);
}

function readText(reader: Reader, at: number): Step {
  const next = reader.xml.indexOf('<', at);
  const end = next < 0 ? reader.xml.length : next;
  const written = reader.xml.slice(at, end);
  const text = written.includes(']]>') ? undefined : resolveReferences(written);
  if (text === undefined) return { reason: 'there is an & or ]]> that is not escaped' };
  if (reader.open.length === 0 && written.trim() !== '') return { reason: 'there is text outside the root element' };

  childrenOf(reader).push({ kind: 'text', text });
  return end;
}

function readComment(reader: Reader, at: number): Step {
  const end = reader.xml.indexOf('-->', at + 4);
  const text = reader.xml.slice(at + 4, end);
  if (end < 0) return { reason: 'a comment is never closed' };
  if (/--|-$/.test(text)) return { reason: 'a comment has -- in it' };

  childrenOf(reader).push({ kind: 'comment', text });
  return end + 3;
}

function readCdata(reader: Reader, at: number): Step {
  const end = reader.xml.indexOf(']]>', at);
  if (end < 0) return { reason: 'a CDATA section is never closed' };
  if (reader.open.length === 0) return { reason: 'there is text outside the root element' };

  childrenOf(reader).push({ kind: 'cdata', text: reader.xml.slice(at + 9, end) });
  return end + 3;
}

function readInstruction(reader: Reader, at: number): Step {
  const end = reader.xml.indexOf('?>', at);
  const text = reader.xml.slice(at + 2, end);
  if (end < 0 || !/^[\p{L}_]/u.test(text)) return { reason: 'a <? is no processing instruction' };
  if (at > 0 && /^xml(\s|$)/i.test(text)) return { reason: 'the XML declaration does not come first' };

  childrenOf(reader).push({ kind: 'instruction', text });
  return end + 2;
}

const childrenOf = ({ open, outside }: Reader): XmlNode[] => open.at(-1)?.children ?? outside;

function closeElement(reader: Reader, at: number): Step {
  const end = reader.xml.indexOf('>', at);
  const name = end < 0 ? '' : reader.xml.slice(at + 2, end).trimEnd();
  const element = reader.open.pop();
  return element?.name === name ? end + 1 : { reason: `</${name.slice(0, 50)}> closes what is not open` };
}

function openElement(reader: Reader, at: number): Step {
  const tag = readTag(reader.xml, at);
  if (typeof tag === 'string') return { reason: tag };
  if (reader.open.length === 0 && reader.elements.length > 0) return { reason: 'there is a second root element' };
  const tooMuch = limitOf(reader, tag);
  if (tooMuch !== undefined) return { reason: `it has too many (${tooMuch})`, limit: tooMuch };

  const prefixes = prefixesIn(tag, reader.open.at(-1)?.prefixes ?? reserved);
  const undeclared = undeclaredIn(tag, prefixes);
  if (undeclared !== undefined) return { reason: `prefix '${undeclared.slice(0, 50)}' is not declared` };

  const element = elementOf(tag, prefixes);
  childrenOf(reader).push(element);
  reader.elements.push(element);
  if (!tag.isEmpty) reader.open.push(element);
  return tag.end;
}

function elementOf({ name, attributes }: Tag, prefixes: ReadonlyMap<string, string>): OpenElement {
  const [prefix, local] = splitName(name);
  return {
    kind: 'element',
    name,
    local,
    namespace: prefixes.get(prefix) ?? '',
    prefixes,
    attributes,
    children: [],
  };
}

function limitOf({ limits, elements, open }: Reader, tag: Tag): keyof XmlLimits | undefined {
  if (elements.length >= limits.elements) return 'elements';
  if (open.length >= limits.depth) return 'depth';
  return tag.attributes.length > limits.attributes ? 'attributes' : undefined;
}

function prefixesIn({ attributes }: Tag, outer: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const declared = attributes.filter(({ name }) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (declared.length === 0) return outer;
  return new Map([...outer, ...declared.map(({ name, value }): [string, string] => [name.slice(6), value])]);
}

function undeclaredIn({ name, attributes }: Tag, prefixes: ReadonlyMap<string, string>): string | undefined {
  const used = [name, ...attributes.map((attribute) => attribute.name)].map((written) => splitName(written)[0]);
  return used.find((prefix) => !prefixes.has(prefix));
}

/** A name as prefix and local name; the prefix is empty when there is none. */
export function splitName(name: string): readonly [string, string] {
  const colon = name.indexOf(':');
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
}
