import type { XmlAttribute } from './xml-node.js';
import { resolveReferences } from './xml-text.js';

/** A start tag and where it ends. */
export interface Tag {
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly isEmpty: boolean;
  readonly end: number;
}

const ncName = String.raw`[\p{L}_][\p{L}\p{N}\p{M}\-._·]*`;
const start = new RegExp(String.raw`<(${ncName}(?::${ncName})?)`, 'uy');
const attribute = new RegExp(String.raw`\s+(${ncName}(?::${ncName})?)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')`, 'uy');
const finish = /\s*(\/?)>/y;

/** Whether a text is a name without a prefix, as XML wants its ids to be (NCName). */
export const isNcName = (text: string): boolean => new RegExp(`^${ncName}$`, 'u').test(text);

/** The start tag at a place in a text, or what is wrong with it. */
export function readTag(xml: string, at: number): Tag | string {
  start.lastIndex = at;
  const name = start.exec(xml)?.[1];
  if (name === undefined) return 'there is a < that begins no tag';

  const attributes: XmlAttribute[] = [];
  const names = new Set<string>();
  let place = start.lastIndex;
  for (let found = matchAt(attribute, xml, place); found; found = matchAt(attribute, xml, place)) {
    const [, key = ''] = found;
    // A line break or a tab in a value is a space (XML 1.0 §3.3.3); one that is meant is written as a reference.
    const value = resolveReferences((found[2] ?? found[3] ?? '').replace(/[\n\t]/g, ' '));
    if (value === undefined) return `attribute ${key} of <${name}> has an & that is not escaped`;
    if (names.has(key)) return `<${name}> has attribute ${key} twice`;
    names.add(key);
    attributes.push({ name: key, value });
    place = attribute.lastIndex;
  }

  const end = matchAt(finish, xml, place);
  if (end === null) return `the tag <${name.slice(0, 50)}> is not written as XML wants it`;
  return { name, attributes, isEmpty: end[1] === '/', end: finish.lastIndex };
}

function matchAt(pattern: RegExp, xml: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(xml);
}
