import { attributeOf, type XmlElement } from '../../../xml/xml-node.js';
import { scriptForbidden } from '../../read/read-script.js';
import { childElements, textIn, vendorChildren, vendorExtensions, type DialectPlace } from '../dialect-words.js';
import { ourElement, withOurWords } from '../our-words.js';
import { asFeel, camunda } from './camunda-text.js';

/** Input and output parameters as mappings. */
export function parameterMappings(element: XmlElement, place: DialectPlace): readonly XmlElement[] {
  return vendorExtensions(element, camunda, 'inputOutput').flatMap((inputOutput) => [
    ...mappings(vendorChildren(inputOutput, camunda, 'inputParameter'), 'input', place),
    ...mappings(vendorChildren(inputOutput, camunda, 'outputParameter'), 'output', place),
  ]);
}

const activity = /(?:[tT]ask|ubProcess|^transaction)$/;

/** An activity whose results all go out beside its parameters, but for what those have made; a call says it with its `out`. */
export const withAllResults = (element: XmlElement): XmlElement =>
  activity.test(element.local) &&
  vendorExtensions(element, camunda, 'inputOutput').some((one) => vendorChildren(one, camunda).length > 0)
    ? withOurWords(element, { attributes: { returnsAll: 'true' } })
    : element;

const mappings = (
  parameters: readonly XmlElement[],
  kind: 'input' | 'output',
  place: DialectPlace,
): readonly XmlElement[] =>
  parameters.map((parameter) =>
    ourElement(kind, { source: `=${valueFeel(parameter, place)}`, target: attributeOf(parameter, 'name') ?? '' }),
  );

/** FEEL of a parameter, an entry or a value: a list, a map, or a text in which JUEL may stand. */
function valueFeel(element: XmlElement, place: DialectPlace): string {
  const [inner] = childElements(element);
  if (inner !== undefined) return itemFeel(inner, place);
  const text = textIn(element);
  return text === '' ? 'null' : (asFeel(text, place)?.slice(1) ?? 'null');
}

function itemFeel(item: XmlElement, place: DialectPlace): string {
  switch (item.local) {
    case 'list':
      return `[${childElements(item)
        .map((value) => itemFeel(value, place))
        .join(', ')}]`;
    case 'map':
      return `{${childElements(item)
        .map((entry) => entryFeel(entry, place))
        .join(', ')}}`;
    case 'script':
      place.report(scriptForbidden(place.element, attributeOf(item, 'scriptFormat') ?? 'a script'));
      return 'null';
    default:
      return valueFeel(item, place);
  }
}

const entryFeel = (entry: XmlElement, place: DialectPlace): string =>
  `${JSON.stringify(attributeOf(entry, 'key') ?? '')}: ${valueFeel(entry, place)}`;
