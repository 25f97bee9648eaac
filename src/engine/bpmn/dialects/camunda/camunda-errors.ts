import { attributeOf, type XmlElement } from '../../../xml/xml-node.js';
import { bpmnChildren, childElements } from '../dialect-words.js';
import { bpmnElement, withAttribute } from '../our-words.js';

/** A document with the errors that it speaks of but does not declare: Camunda takes such a reference for the code itself. */
export function withUndeclaredErrors(root: XmlElement): XmlElement {
  const declared = new Set(bpmnChildren(root, 'error').map((error) => attributeOf(error, 'id')));
  const codes = new Set(errorReferences(root).filter((reference) => !declared.has(reference)));
  const errors = [...codes]
    .filter((code) => /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(code))
    .map((code) => withAttribute(withAttribute(bpmnElement(root, 'error', []), 'id', code), 'errorCode', code));
  return errors.length === 0 ? root : { ...root, children: [...errors, ...root.children] };
}

const errorReferences = (element: XmlElement): readonly string[] => [
  ...(element.local === 'errorEventDefinition' ? [attributeOf(element, 'errorRef') ?? ''] : []),
  ...childElements(element).flatMap(errorReferences),
];
