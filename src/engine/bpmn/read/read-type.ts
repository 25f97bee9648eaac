import type { VariableType } from '../../definition/variable-type.js';
import { feelKindNamed, isFeelNamespace } from '../../expression/values/type-names.js';
import { elementOf, isSet, textOf, type ModdleElement } from '../document/moddle-element.js';

type Base = VariableType['base'];

const numbers = `decimal float int short byte nonNegativeInteger positiveInteger nonPositiveInteger negativeInteger
  unsignedLong unsignedInt unsignedShort unsignedByte`;
const texts = 'normalizedString token language Name NCName NMTOKEN ID anyURI';

// The types of XML Schema beside those that FEEL calls the same.
const schemaTypes: ReadonlyMap<string, Base> = new Map<string, Base>([
  ...numbers.split(/\s+/).map((name) => [name, 'number'] as const),
  ...texts.split(' ').map((name) => [name, 'string'] as const),
  ['duration', 'duration'],
]);

const schemaNamespace = 'http://www.w3.org/2001/XMLSchema';

// Prefixes that mean what they always mean, also where a tool has forgotten to declare them.
const usualPrefix = /^(?:xsd|xs|feel):/;

/**
 * The type of what an element holds: of the item definition that it refers to (BPMN 2.0.2 §8.4.10), else of `carried`, what
 * its event or operation carries. `undefined` where nothing is said, or something that is neither XML Schema's nor FEEL's.
 */
export function typeOf(element: ModdleElement, carried?: ModdleElement): VariableType | undefined {
  const item = elementOf(element, 'itemSubjectRef') ?? carried;
  const base = item && baseOf(textOf(item, 'structureRef') ?? '');
  if (item === undefined || base === undefined) return undefined;
  // The standard wants both to say the same (§10.4.1); a tool that says it once has said it.
  return { base, isList: isSet(item, 'isCollection') || isSet(element, 'isCollection') };
}

function baseOf(structure: string): Base | undefined {
  const [, namespace, name = structure.replace(usualPrefix, '')] = /^\{(.*)\}(.+)$/.exec(structure) ?? [];
  if (namespace !== undefined && namespace !== schemaNamespace && !isFeelNamespace(namespace)) return undefined;
  return feelKindNamed(name) ?? schemaTypes.get(name);
}
