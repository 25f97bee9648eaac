import { attributeOf, type XmlElement } from '../../../xml/xml-node.js';
import { vendorExtensions, type DialectPlace } from '../dialect-words.js';
import { ourElement, withOurWords } from '../our-words.js';
import { asFeel, asText, camunda } from './camunda-text.js';
import { bindingOf } from './camunda-work.js';

/** A call activity with its binding, business key and what goes in and out as a whole: without `in` nothing does. */
export function withCall(element: XmlElement, place: DialectPlace): XmlElement {
  if (element.local !== 'callActivity') return element;
  const passing = vendorExtensions(element, camunda, 'in');
  const returning = vendorExtensions(element, camunda, 'out');
  const businessKey = passing.map((one) => attributeOf(one, 'businessKey')).find((key) => key !== undefined);
  return withOurWords(element, {
    attributes: {
      ...bindingOf(element, 'calledElement'),
      businessKey: businessKeyFeel(businessKey, place),
      passesAll: String(passing.some(isAll)),
      returnsAll: String(returning.some(isAll)),
    },
  });
}

/** The single variables that go in and out of a call activity. */
export function callMappings(element: XmlElement, place: DialectPlace): readonly XmlElement[] {
  if (element.local !== 'callActivity') return [];
  return [
    ...variableMappings(vendorExtensions(element, camunda, 'in'), 'input', place),
    ...variableMappings(vendorExtensions(element, camunda, 'out'), 'output', place),
  ];
}

/** Mappings of `in` or `out` words: a variable by its name, or an expression. */
export function variableMappings(
  words: readonly XmlElement[],
  kind: 'input' | 'output',
  place: DialectPlace,
): readonly XmlElement[] {
  return words.flatMap((word) => {
    const name = attributeOf(word, 'source');
    const expression = attributeOf(word, 'sourceExpression');
    const source = name === undefined ? asFeel(expression, place) : sourceFeel(name, place);
    const target = attributeOf(word, 'target') ?? name;
    return source === undefined || target === undefined ? [] : [ourElement(kind, { source, target })];
  });
}

// The name of a variable is read as JUEL reads it, so that the counts of a loop are Camunda's.
function sourceFeel(name: string, place: DialectPlace): string | undefined {
  if (/[$#]\{/.test(name)) return asText(name, place);
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? asText(`\${${name}}`, place) : `=${name}`;
}

// `local` means the variables of the call alone, and those it has are its mappings.
const isAll = (word: XmlElement): boolean =>
  attributeOf(word, 'variables') === 'all' && attributeOf(word, 'local') !== 'true';

// The key of the calling process is asked for with Camunda's own words.
function businessKeyFeel(text: string | undefined, place: DialectPlace): string | undefined {
  const isCallers = /^[$#]\{\s*execution\.(?:processBusinessKey|getProcessBusinessKey\(\))\s*\}$/.test(text ?? '');
  return isCallers ? '=businessKey' : asFeel(text, place);
}
