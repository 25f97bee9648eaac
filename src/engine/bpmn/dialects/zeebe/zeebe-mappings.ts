import type { XmlElement } from '../../../xml/xml-node.js';
import { attributeOf } from '../../../xml/xml-node.js';
import { vendorChildren, vendorNamespaces } from '../dialect-words.js';
import { ourElement } from '../our-words.js';

const zeebe = vendorNamespaces.zeebe;

/** A value that may be FEEL is FEEL only with `=` in front; without, it is the text itself. */
export function feelValue(text: string | undefined): string | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  return text.trim().startsWith('=') ? text : `=${JSON.stringify(text.trim())}`;
}

/**
 * The inputs and outputs of an `ioMapping`. A target `a.b` writes the entry `b` of `a`: inputs make `a` anew, outputs
 * add to the one that is there.
 */
export function zeebeMappings(word: XmlElement): readonly XmlElement[] {
  if (word.local !== 'ioMapping') return [];
  return [...mappings(word, 'input'), ...mappings(word, 'output')];
}

function mappings(word: XmlElement, kind: 'input' | 'output'): readonly XmlElement[] {
  const made = new Set<string>();
  return vendorChildren(word, zeebe, kind).map((mapping) => {
    const source = feelValue(attributeOf(mapping, 'source')) ?? '=null';
    const [name = '', ...path] = (attributeOf(mapping, 'target') ?? '').trim().split('.');
    const isAnew = kind === 'input' && !made.has(name);
    made.add(name);
    const value = source.trim().slice(1);
    return ourElement(kind, {
      source: path.length === 0 ? source : `=${entryFeel(isAnew ? '{}' : name, path, value)}`,
      target: name,
    });
  });
}

function entryFeel(of: string, [key = '', ...deeper]: readonly string[], value: string): string {
  const context = of === '{}' ? of : `if ${of} = null then {} else ${of}`;
  const inner = of === '{}' ? of : `${of}.${key}`;
  const entry = deeper.length === 0 ? value : entryFeel(inner, deeper, value);
  return `context put(${context}, ${JSON.stringify(key)}, ${entry})`;
}
