/** An attribute as written, its value with references resolved; `xmlns` declarations are attributes too. */
export interface XmlAttribute {
  readonly name: string;
  readonly value: string;
}

/** Text, CDATA, a comment or a processing instruction: what stands between tags. */
export interface XmlText {
  readonly kind: 'text' | 'cdata' | 'comment' | 'instruction';
  readonly text: string;
}

/** An element with everything in it, in the order in which it is written. */
export interface XmlElement {
  readonly kind: 'element';
  /** As written, with its prefix. */
  readonly name: string;
  /** Name without the prefix. */
  readonly local: string;
  /** The namespace that the prefix stands for; empty when there is none. */
  readonly namespace: string;
  /** What prefixes stand for inside this element; the default namespace is under the empty prefix. */
  readonly prefixes: ReadonlyMap<string, string>;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
}

/** What an element may hold. */
export type XmlNode = XmlElement | XmlText;

/** A well-formed XML document: nothing that a reader of XML may notice is left out. */
export interface XmlDocument {
  /** The declaration, and comments and instructions before the root. */
  readonly before: readonly XmlText[];
  readonly root: XmlElement;
  readonly after: readonly XmlText[];
}

/** Value of an attribute without a prefix; undefined when it is not written. */
export const attributeOf = (element: XmlElement, name: string): string | undefined =>
  element.attributes.find((attribute) => attribute.name === name)?.value;
