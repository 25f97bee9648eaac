import { error } from '../../xml/diagnostic.js';
import { compileFunction, resultTypeOf } from '../logic/function.js';
import { typed, withNames, type Place } from '../logic/logic.js';
import {
  elementOf,
  elementsOf,
  nameOf,
  textOf,
  variableNameOf,
  versionTagOf,
  type DmnElement,
} from '../read/dmn-element.js';
import { hrefsOf, keyOf } from '../read/read-header.js';
import type { ItemType } from '../types/item-type.js';
import type { DrgNode, Requirement } from './decision-model.js';

/** An element of the graph before its logic is compiled. */
export interface Outline {
  readonly element: DmnElement;
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly variable: string;
  readonly namespace: string;
}

const kinds = new Set(['dmn:InputData', 'dmn:Decision', 'dmn:BusinessKnowledgeModel', 'dmn:DecisionService']);

/** The elements of a model that have a value; knowledge sources have none. */
export const outlinesOf = (root: DmnElement, namespace: string): readonly Outline[] =>
  elementsOf(root, 'drgElement')
    .filter((element) => kinds.has(element.$type))
    .map((element) => {
      const name = nameOf(element);
      const id = textOf(element, 'id') ?? name;
      return { element, key: `${namespace}#${id}`, id, name, variable: variableNameOf(element), namespace };
    });

/** How an element finds what it requires: by key, with the name it is seen under. */
export type Resolve = (key: string) => Requirement | undefined;

/** Compiles one element of the graph. */
export function readNode(outline: Outline, resolve: Resolve, around: Place): DrgNode {
  const { element, ...named } = outline;
  const place = { ...around, element: named.id, owner: named.name, ownerId: named.id };
  switch (element.$type) {
    case 'dmn:Decision':
      return readDecision(outline, { resolve, place });
    case 'dmn:BusinessKnowledgeModel':
      return readKnowledge(outline, { resolve, place });
    case 'dmn:DecisionService': {
      const keys = (name: string): readonly string[] => serviceKeys(outline, name, { resolve, place });
      return {
        ...named,
        kind: 'service',
        parameters: [...keys('inputData'), ...keys('inputDecision')],
        outputs: keys('outputDecision'),
        result: resultTypeOf(declaredType(element, place)),
      };
    }
    default:
      return { ...named, kind: 'input', type: declaredType(element, place) };
  }
}

function declaredType(element: DmnElement, { model, element: id }: Place): ItemType {
  const variable = elementOf(element, 'variable');
  return model.typeOf(variable && textOf(variable, 'typeRef'), id);
}

interface Around {
  readonly resolve: Resolve;
  readonly place: Place;
}

function readDecision({ element, ...outline }: Outline, { resolve, place }: Around): DrgNode {
  const versionTag = versionTagOf(element);
  const named = { ...outline, ...(versionTag === undefined ? {} : { versionTag }) };
  const requires = [
    ...requirementsOf(element, ['informationRequirement', 'requiredInput'], { resolve, place }),
    ...requirementsOf(element, ['informationRequirement', 'requiredDecision'], { resolve, place }),
    ...requirementsOf(element, ['knowledgeRequirement', 'requiredKnowledge'], { resolve, place }),
  ];
  const type = declaredType(element, place);
  const logic = elementOf(element, 'decisionLogic');
  const { seesContext } = place.model;
  if (logic === undefined) return { ...named, kind: 'decision', type, requires, seesContext };
  const inside = withNames(place, namesOf(requires));
  const column = columnOf(logic);
  return {
    ...named,
    ...(column === undefined ? {} : { column }),
    kind: 'decision',
    type,
    requires,
    seesContext,
    logic: typed(place.model.compile(logic, inside), type),
  };
}

function columnOf(logic: DmnElement): string | undefined {
  const [output, ...others] = logic.$type === 'dmn:DecisionTable' ? elementsOf(logic, 'output') : [];
  return output === undefined || others.length > 0 ? undefined : textOf(output, 'name');
}

function readKnowledge({ element, ...named }: Outline, { resolve, place }: Around): DrgNode {
  const requires = requirementsOf(element, ['knowledgeRequirement', 'requiredKnowledge'], { resolve, place });
  const logic = elementOf(element, 'encapsulatedLogic');
  const inside = withNames(place, [...namesOf(requires), named.variable]);
  const result = resultTypeOf(declaredType(element, place));
  const { parameters, body } = logic ? compileFunction(logic, inside) : { parameters: [], body: () => null };
  return { ...named, kind: 'knowledge', requires, function: { parameters, body: typed(body, result) } };
}

const namesOf = (requires: readonly Requirement[]): readonly string[] =>
  requires.flatMap(({ path }) => path.slice(0, 1));

function requirementsOf(
  element: DmnElement,
  [child, target]: readonly [string, string],
  { resolve, place }: Around,
): readonly Requirement[] {
  return hrefsOf(element, child, target).flatMap((href) => resolved(href, { resolve, place }));
}

function serviceKeys({ element }: Outline, name: string, around: Around): readonly string[] {
  return elementsOf(element, name)
    .map((one) => textOf(one, 'href') ?? '')
    .flatMap((href) => resolved(href, around))
    .map(({ key }) => key);
}

function resolved(href: string, { resolve, place }: Around): readonly Requirement[] {
  const found = resolve(keyOf(href, place.model.namespace));
  if (found !== undefined) return [found];
  place.model.report(
    error('unknown-requirement', place.element, {
      message: `Expected '${place.owner}' to require something that is there, but '${href}' is not`,
      melding: `«${place.owner}» bygger på noe som ikke finnes (${href}). Tegn det som mangler, eller ta bort pilen.`,
    }),
  );
  return [];
}
