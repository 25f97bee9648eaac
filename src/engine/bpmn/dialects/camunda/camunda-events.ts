import type { XmlElement } from '../../../xml/xml-node.js';
import { childElements, vendorAttribute, vendorExtensions, type DialectPlace } from '../dialect-words.js';
import { withOurWords } from '../our-words.js';
import { asText, camunda } from './camunda-text.js';
import { variableMappings } from './camunda-call.js';

/** Event definitions and errors with the variables and texts that they speak of in our words. */
export function withEventWords(element: XmlElement, place: DialectPlace): XmlElement {
  const word = (name: string): string | undefined => vendorAttribute(element, camunda, name);
  switch (element.local) {
    case 'errorEventDefinition':
      return withOurWords(element, {
        attributes: { codeVariable: word('errorCodeVariable'), messageVariable: word('errorMessageVariable') },
      });
    case 'escalationEventDefinition':
      return withOurWords(element, { attributes: { codeVariable: word('escalationCodeVariable') } });
    case 'error':
      return withOurWords(element, { attributes: { message: asText(word('errorMessage'), place) } });
    case 'startEvent':
      return withOurWords(element, { attributes: { initiator: word('initiator') } });
    default:
      return element;
  }
}

/** What a signal that is thrown takes along. */
export const eventMappings = (element: XmlElement, place: DialectPlace): readonly XmlElement[] =>
  /^(?:intermediateThrow|end)Event$/.test(element.local)
    ? childElements(element)
        .filter(({ local }) => local === 'signalEventDefinition')
        .flatMap((definition) => variableMappings(vendorExtensions(definition, camunda, 'in'), 'input', place))
    : [];
