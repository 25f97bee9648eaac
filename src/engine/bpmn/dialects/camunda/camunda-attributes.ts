import type { XmlElement } from '../../../xml/xml-node.js';
import { attributeOf } from '../../../xml/xml-node.js';
import type { DialectPlace } from '../dialect-words.js';
import { hasJuel } from '../juel/juel-text.js';
import { withAttribute, withOurWords } from '../our-words.js';
import { asText } from './camunda-text.js';

// Attributes of BPMN itself in which JUEL may stand, by the element that has them.
const texts: ReadonlyMap<string, readonly string[]> = new Map([
  ['message', ['name']],
  ['signal', ['name']],
  ['error', ['errorCode']],
  ['escalation', ['escalationCode']],
  ['callActivity', ['calledElement']],
]);

/** An element whose names and codes are said in FEEL where they are JUEL. */
export function withAttributeTexts(element: XmlElement, place: DialectPlace): XmlElement {
  if (element.local === 'userTask') return withTitle(element, place);
  return (texts.get(element.local) ?? []).reduce((done, name) => {
    const text = attributeOf(done, name);
    if (text === undefined || !hasJuel(text)) return done;
    return withAttribute(done, name, asText(text, place) ?? '');
  }, element);
}

// A node keeps its name, which is only drawn; the task of a person is called what the expression gives.
function withTitle(element: XmlElement, place: DialectPlace): XmlElement {
  const name = attributeOf(element, 'name');
  return name === undefined || !hasJuel(name)
    ? element
    : withOurWords(element, { attributes: { title: asText(name, place) } });
}
