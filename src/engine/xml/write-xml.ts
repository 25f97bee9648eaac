import type { XmlDocument, XmlElement, XmlNode } from './xml-node.js';
import { escapeText, escapeValue } from './xml-text.js';

/** A document as text; whoever reads it gets the same document. */
export function writeXml({ before, root, after }: XmlDocument): string {
  const written: string[] = [];
  for (const node of [...before, root, ...after]) writeNode(node, written);
  return written.join('');
}

function writeNode(node: XmlNode, written: string[]): void {
  if (node.kind === 'element') return writeElement(node, written);
  if (node.kind === 'text') written.push(escapeText(node.text));
  if (node.kind === 'cdata') written.push('<![CDATA[', node.text, ']]>');
  if (node.kind === 'comment') written.push('<!--', node.text, '-->');
  if (node.kind === 'instruction') written.push('<?', node.text, '?>');
}

function writeElement({ name, attributes, children }: XmlElement, written: string[]): void {
  written.push('<', name);
  for (const attribute of attributes) written.push(' ', attribute.name, '="', escapeValue(attribute.value), '"');
  if (children.length === 0) {
    written.push('/>');
    return;
  }
  written.push('>');
  for (const child of children) writeNode(child, written);
  written.push('</', name, '>');
}
